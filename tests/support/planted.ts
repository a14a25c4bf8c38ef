import { translator } from '../../src-shared/i18n/translate'
import type { Language } from '../../src-shared/model/language'
import type { RedactionProfile } from '../../src-shared/model/redaction'
import type { Core } from '../../src-main/core/core'
import { emptyCore, graphOf, imported, IMPORT_DAY } from './importing'

/** A kind of fact that a profile can hold back, and what is private, which none but the internal one lets go. */
export type Kind = Exclude<keyof RedactionProfile, 'secrecy'> | 'team' | 'private'

/** Words that stand nowhere but in facts of a kind. */
export const canaries = {
  stance: [],
  political: [],
  depth: [],
  risk: [],
  notes: ['ZQNOTETIE', 'ZQNOTEPERSON', 'ZQNOTEEVIDENCE', 'ZQNOTESUMMARY', 'ZQNOTESIGNAL', 'ZQNOTEOWN'],
  hiddenChain: ['ZQHIDDENNAME', 'ZQHIDDENSEAT'],
  privateTies: [],
  strategies: ['ZQPLANAIM', 'ZQPLANSAYING', 'ZQPLANPAPER', 'ZQPLANTASK'],
  contacts: ['zqmail@secret.example', '13900001234'],
  team: ['ZQTEAMNAME', 'ZQTEAMTIE', 'ZQTEAMPLAN', 'ZQTEAMTASK'],
  private: ['ZQPRIVATENAME', 'ZQPRIVATESEAT', 'ZQPRIVATETIE', 'ZQPRIVATEPLAN', 'ZQPRIVATETASK', 'ZQPRIVATEEVIDENCE'],
} as const satisfies Record<Kind, readonly string[]>

/**
 * An account with a fact of every kind, each with words that can be looked for; the private person is named in what is said of others,
 * too.
 */
export async function plantedCore(): Promise<Core> {
  const core = await emptyCore()
  await imported(
    core,
    {
      people: [
        'id,name,title,department,reports_to,tier,side,political,email,phone,hobby',
        'P1,王建国,总经理,总部,,executive,,inner,zqmail@secret.example,13900001234,ZQNOTEOWN',
        'P2,李敏,财务总监,财务部,P1,manager,,structure,,,',
        'P3,赵强,信息主管,信息中心,P1,manager,,outside,,,',
        'P4,钱进,工程师,信息中心,P3,operational,,,,,',
        'P5,ZQHIDDENNAME,ZQHIDDENSEAT,总部,P1,manager,,,,,',
        'P6,ZQTEAMNAME,采购经理,采购部,P1,manager,,,,,',
        'P7,ZQPRIVATENAME,ZQPRIVATESEAT,采购部,P6,operational,,,,,',
        'O1,陈晨,客户经理,大客户部,,manager,ours,,,,',
        'O2,周舟,方案经理,大客户部,,manager,ours,,,,',
      ].join('\n'),
      ties: [
        'from,to,kind,strength,note',
        'P2,P1,influences,strong,ZQNOTETIE through ZQPRIVATENAME',
        'P3,P4,allied-with,medium,',
        'P2,P3,conflicts-with,medium,',
        'P1,P3,personal,medium,',
      ].join('\n'),
      roles: [
        'person,opportunity,role,chain',
        'P1,配网改造,economic-buyer,approval',
        'P2,配网改造,financial-controller,commercial',
        'P3,配网改造,technical-evaluator,technical',
        'P4,配网改造,user,technical',
        'P5,配网改造,influencer,hidden',
      ].join('\n'),
      judgements: [
        'subject,by,kind,value,date,evidence',
        'P1,O1,stance,opponent,2026-11-01,ZQNOTEEVIDENCE of ZQPRIVATENAME',
        'P2,O1,stance,coach,2026-11-01,',
        'P3,O2,stance,neutral,2026-11-01,',
        'P4,O2,stance,supportive,2026-11-01,',
        'P1,O1,depth,1,2026-11-01,',
        'P2,O1,depth,3,2026-11-01,',
        'P3,O2,depth,4,2026-11-01,',
        'P4,O2,depth,2,2026-11-01,',
      ].join('\n'),
      interactions: 'date,kind,ours,theirs,summary\n2026-11-10,visit,O1,P1|P2,ZQNOTESUMMARY with ZQPRIVATENAME',
      signals: 'person,kind,date,confidence,source\nP2,resignation-rumour,2026-11-05,0.9,ZQNOTESIGNAL by ZQPRIVATENAME',
    },
    { account: '华东电力' },
  )
  await plantSecrets(core)
  return core
}

/** What files for import cannot say: plans, tasks, and facts for the team or for one alone. */
async function plantSecrets(core: Core): Promise<void> {
  const { account, people } = await graphOf(core)
  const accountId = account.id
  const idOf = (name: string) => {
    const person = people.find((each) => each.name === name)
    if (!person) throw new Error(`nobody is named ${name}`)
    return person.id
  }
  const [boss, finance, worker] = [idOf('王建国'), idOf('李敏'), idOf('钱进')]
  await core.run('person.update', { personId: boss, note: 'ZQNOTEPERSON, unlike zqprivatename' })
  await core.run('person.update', { personId: idOf('ZQTEAMNAME'), secrecy: 'team' })
  await core.run('person.update', { personId: idOf('ZQPRIVATENAME'), secrecy: 'private' })
  await core.run('targetDepth.set', { accountId, ownPersonId: idOf('陈晨'), subjectId: boss, depth: 4 })

  const plan = { accountId, personId: boss }
  await core.run('strategy.create', {
    ...plan,
    objective: 'ZQPLANAIM with ZQPRIVATENAME',
    message: 'ZQPLANSAYING，ZQPRIVATENAME。',
    materials: 'ZQPLANPAPER/ZQPRIVATENAME.pdf',
    secrecy: 'open',
  })
  await core.run('strategy.create', { ...plan, objective: 'ZQTEAMPLAN', secrecy: 'team' })
  await core.run('strategy.create', { ...plan, objective: 'ZQPRIVATEPLAN', secrecy: 'private' })
  await core.run('task.create', { ...plan, title: 'ZQPLANTASK for ZQPRIVATENAME' })
  await core.run('task.create', { ...plan, title: 'ZQTEAMTASK', secrecy: 'team' })
  await core.run('task.create', { ...plan, title: 'ZQPRIVATETASK', secrecy: 'private' })

  const tie = { fromPersonId: worker, toPersonId: finance, kind: 'influences', on: IMPORT_DAY } as const
  await core.run('tie.create', { ...tie, note: 'ZQTEAMTIE', secrecy: 'team' })
  await core.run('tie.create', { ...tie, note: 'ZQPRIVATETIE', secrecy: 'private' })
  const judgement = { subjectId: worker, kind: 'stance', value: 'opponent', secrecy: 'private' } as const
  await core.run('judgement.record', { ...judgement, evidence: 'ZQPRIVATEEVIDENCE', madeOn: '2026-11-20' })
}

/** What our own texts call a kind of fact: none of it stands in a file from which the kind is held back. */
export function wordsOfKind(kind: Kind, language: Language): readonly string[] {
  const t = translator(language)
  switch (kind) {
    case 'stance':
      return [
        ...(['opponent', 'neutral', 'supportive', 'coach'] as const).map((word) => t(`model.stance.${word}`)),
        t('model.layer.stance'),
        t('report.column.stance'),
        t('report.column.coverage'),
        t('analysis.support.nowLong'),
      ]
    case 'political':
      return [
        ...(['outside', 'structure', 'inner'] as const).map((word) => t(`model.political.${word}`)),
        t('report.column.political'),
        t('analysis.support.nowLong'),
        t('report.risk.title'),
      ]
    case 'depth':
      return [
        ...(['1', '3', '4'] as const).map((word) => t(`model.depth.${word}`)),
        t('report.column.depth'),
        t('report.column.knownBy'),
        t('report.pairs.title'),
        t('analysis.threading.short'),
      ]
    case 'risk':
      return [
        t('report.risk.title'),
        t('analysis.risk.title'),
        t('analysis.findings.title'),
        t('analysis.drill.lost'),
        t('report.deck.drill'),
        t('model.signal.resignation-rumour'),
      ]
    case 'notes':
      return [t('report.column.note')]
    case 'hiddenChain':
      return [t('model.chain.hidden')]
    case 'privateTies':
      return [t('model.tie.conflicts-with'), t('model.tie.personal')]
    case 'strategies':
      return [t('report.strategies.title'), t('report.tasks.title'), t('report.deck.hand-over')]
    case 'contacts':
      return [t('report.column.email'), t('report.column.phone')]
    case 'team':
    case 'private':
      return []
    default:
      return kind satisfies never
  }
}
