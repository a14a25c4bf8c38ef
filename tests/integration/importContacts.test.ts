import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import type { Core } from '../../src-main/core/core'
import type { ImportResult } from '../../src-shared/contract'
import { counts, emptyCore, graphOf, IMPORT_DAY, refusals } from '../support/importing'

const folder = join(import.meta.dirname, '../fixtures/contacts')

async function imported(core: Core, name: string, bytes: Uint8Array = readFileSync(join(folder, name))): Promise<ImportResult> {
  const files = [{ kind: 'people', name, bytes: Buffer.from(bytes).toString('base64') }]
  return core.run('import.files', { account: 'Acme', files, on: IMPORT_DAY, language: 'en' })
}

/** Everybody with what a contact export says: id, name, title, department, company, mail, telephone, superior. */
async function contactsOf(core: Core) {
  const { people, seats, seatStates, tenures, units, organizations } = await graphOf(core)
  const seatOf = (personId: string | undefined) => tenures.find((tenure) => tenure.personId === personId)?.seatId
  const pathOf = (unitId: string | null): string => {
    const unit = units.find(({ id }) => id === unitId)
    return unit ? [pathOf(unit.parentId), unit.name].filter(Boolean).join('/') : ''
  }
  return people.map(({ id, sourceId, name, email, phone }) => {
    const seat = seats.find((each) => each.id === seatOf(id))
    const state = seatStates.find(({ seatId }) => seatId === seat?.id)
    const company = organizations.find((each) => each.id === seat?.organizationId)?.name
    const superior = people.find((each) => seatOf(each.id) === (state?.reportsToSeatId ?? ''))?.name ?? ''
    return [sourceId, name, state?.title, pathOf(state?.unitId ?? null), company, email, phone, superior]
  })
}

const grace = [
  'Chief Operating Officer',
  'Operations',
  'Northridge Electric',
  'grace.lindqvist@northridge.example',
  '+1 555 010 2000',
  '',
]
const omar = [
  'Plant Manager',
  'Operations',
  'Northridge Electric',
  'omar.haddad@northridge.example',
  '+1 555 010 2001',
  'Grace Lindqvist',
]
const shenMail = 'shen.hongyi@beiling.example'

test.each([
  [
    'salesforce.csv',
    [
      ['003A1', 'Grace Lindqvist', ...grace],
      ['003A2', 'Omar Haddad', ...omar],
      ['003A3', 'Priya Raman', 'Buyer', 'Procurement', 'Northridge Electric', 'priya.raman@northridge.example', '', ''],
    ],
  ],
  [
    'hubspot.csv',
    [
      ['501', 'Grace Lindqvist', grace[0], '', ...grace.slice(2)],
      ['502', '沈弘毅', '采购总监', '', '北岭电气', shenMail, '13900000001', ''],
    ],
  ],
  [
    'dynamics.csv',
    [
      ['b2c0-01', 'Grace Lindqvist', ...grace],
      ['b2c0-02', 'Omar Haddad', ...omar],
    ],
  ],
  [
    'outlook.csv',
    [
      ['mail:grace.lindqvist@northridge.example', 'Grace A. Lindqvist', ...grace],
      ['mail:omar.haddad@northridge.example', 'Omar Haddad', ...omar.slice(0, -1), 'Grace A. Lindqvist'],
    ],
  ],
  [
    'outlook-zh.csv',
    [
      [`mail:${shenMail}`, '沈弘毅', '采购总监', '采购部', '北岭电气', shenMail, '13900000001', ''],
      [
        'mail:gu.weidong@beiling.example',
        '顾卫东',
        '采购经理',
        '采购部',
        '北岭电气',
        'gu.weidong@beiling.example',
        '13900000002',
        '沈弘毅',
      ],
    ],
  ],
  [
    'google.csv',
    [
      ['mail:grace.lindqvist@northridge.example', 'Grace Lindqvist', ...grace],
      [`mail:${shenMail}`, '沈弘毅', '采购总监', '采购部', '北岭电气', shenMail, '13900000001', ''],
    ],
  ],
  [
    'dingtalk.csv',
    [
      ['u0001', '沈弘毅', '采购总监', '北岭电气/采购部', 'Acme', shenMail, '+86-13900000001', ''],
      ['u0002', '顾卫东', '采购经理', '北岭电气/采购部/华东组', 'Acme', '', '+86-13900000002', '沈弘毅'],
    ],
  ],
  [
    'wecom.csv',
    [
      ['ShenHongYi', '沈弘毅', '采购总监', '北岭电气/采购部', 'Acme', shenMail, '13900000001', ''],
      [
        'GuWeiDong',
        '顾卫东',
        '采购经理',
        '北岭电气/采购部/华东组',
        'Acme',
        'gu.weidong@beiling.example',
        '13900000002',
        '沈弘毅',
      ],
    ],
  ],
  [
    'feishu.csv',
    [
      [`mail:${shenMail}`, '沈弘毅', '采购总监', '北岭电气/采购部', 'Acme', shenMail, '+86 13900000001', ''],
      ['tel:13900000002', '顾卫东', '采购经理', '北岭电气/采购部', 'Acme', '', '+86 13900000002', '沈弘毅'],
    ],
  ],
])('%s: names, titles, departments, companies, superiors; the same again changes nothing', async (name, contacts) => {
  const core = await emptyCore()
  expect(refusals(await imported(core, name))).toEqual([])
  expect(await contactsOf(core)).toEqual(contacts)
  expect(counts(await imported(core, name), name)).toEqual([0, 0, contacts.length])
})

test('a Chinese export in UTF-16 or GB18030 is the same', async () => {
  const text = readFileSync(join(folder, 'wecom.csv'), 'utf8')
  const core = await emptyCore()
  await imported(core, 'wecom.csv')
  for (const bytes of [iconv.encode(text, 'utf16-le', { addBOM: true }), iconv.encode(text, 'gb18030')])
    expect(counts(await imported(core, 'wecom.csv', bytes), 'wecom.csv')).toEqual([0, 0, 2])
})

test('a superior whom nobody knows is told and kept, and refuses nothing', async () => {
  const core = await emptyCore()
  const { notices } = await imported(core, 'salesforce.csv')
  expect(notices).toMatchObject([{ file: 'salesforce.csv', line: 4, value: 'Somebody Else', code: 'manager_unknown' }])
  expect((await graphOf(core)).people.find(({ name }) => name === 'Priya Raman')?.own).toMatchObject({
    'Reports To: Full Name': 'Somebody Else',
    'Mailing City': 'Austin',
  })
})

test('contact cards of version 3 and 4, Chinese and Latin names, the telephone that is preferred', async () => {
  const core = await emptyCore()
  await imported(core, 'cards.vcf')
  expect(await contactsOf(core)).toEqual([
    [
      '4fbe8971-0bc3-424c-9c26-36c3e1eff6b1',
      '沈弘毅',
      '采购总监',
      '采购部/华东组',
      '北岭电气',
      shenMail,
      '+86 139 0000 0001',
      '',
    ],
    [
      'mail:grace.lindqvist@northridge.example',
      'Grace Lindqvist',
      grace[0],
      '',
      grace[2],
      grace[3],
      '+1-555-010-2000 ext. 55',
      '',
    ],
  ])
  expect((await graphOf(core)).people[0]).toMatchObject({ note: '爱喝茶, 不抽烟\n下雨天心情好' })
  expect(counts(await imported(core, 'cards.vcf'), 'cards.vcf')).toEqual([0, 0, 2])
})

test('cards that cannot be read are named by the line they begin on', async () => {
  const core = await emptyCore()
  const cards = [
    'BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nEND:VCARD',
    'BEGIN:VCARD\nVERSION:2.1\nN;ENCODING=QUOTED-PRINTABLE:=E6=B2=88;;;;\nEND:VCARD',
    'BEGIN:VCARD\nVERSION:3.0\nno sense\nEND:VCARD',
    'BEGIN:VCARD\nVERSION:3.0\nFN:Bo',
  ]
  const result = await imported(core, 'cards.vcf', Buffer.from(cards.join('\n')))
  expect(result.refused.map(({ line, code }) => [line, code])).toEqual([
    [5, 'card_old'],
    [9, 'card_broken'],
    [13, 'card_broken'],
  ])
  expect(await core.run('account.list', {})).toEqual([])
})
