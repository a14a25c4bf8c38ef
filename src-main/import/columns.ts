import type { Language } from '../../src-shared/model/language'

/**
 * The columns of each kind of file by their English names (interfaces.md), each with the Chinese headers that mean the same; the
 * first is the one that messages use. `required` columns must be there.
 */
export const columnsOf = {
  people: {
    id: ['编号', 'ID', '工号', '人员编号'],
    name: ['姓名', '名字'],
    title: ['职务', '职位', '岗位', '头衔'],
    department: ['部门', '所在部门'],
    reports_to: ['上级', '汇报给', '直接上级', '汇报对象', '上级编号'],
    tier: ['层级'],
    side: ['所属方', '方', '归属'],
    organization: ['单位', '组织', '公司', '所在单位'],
    political: ['权力位置'],
    email: ['邮箱', '电子邮箱', '电子邮件'],
    phone: ['电话', '手机', '联系电话', '手机号'],
    from: ['开始日期', '开始', '起始日期', '任职开始'],
    to: ['结束日期', '结束', '终止日期', '任职结束'],
    family_name: ['姓氏'],
    given_name: ['名（不含姓）'],
    middle_name: ['中间名'],
    manager: ['上级姓名'],
    note: ['人员备注'],
  },
  ties: {
    from: ['从', '起点', '关系人甲'],
    to: ['到', '终点', '关系人乙'],
    kind: ['类型', '关系', '关系类型'],
    strength: ['强度', '关系强度'],
    confidence: ['可信度', '把握'],
    valid_from: ['开始日期', '开始', '起始日期'],
    valid_to: ['结束日期', '结束', '终止日期'],
    note: ['备注', '说明'],
  },
  roles: {
    person: ['人员', '编号', '人员编号'],
    opportunity: ['商机', '项目', '商机名称', '项目名称'],
    role: ['决策角色', '角色'],
    chain: ['决策链', '链'],
  },
  judgements: {
    subject: ['对象', '人员', '被判断人'],
    by: ['判断人', '我方人员', '作者'],
    kind: ['类型', '判断类型', '判断'],
    value: ['值', '判断值', '结论'],
    date: ['日期', '判断日期'],
    confidence: ['可信度', '把握'],
    evidence: ['依据', '证据'],
    expires: ['失效日期', '有效期至', '到期日期'],
    opportunity: ['商机', '项目', '商机名称', '项目名称'],
  },
  interactions: {
    date: ['日期', '时间'],
    kind: ['类型', '方式', '互动方式'],
    ours: ['我方', '我方人员', '我方参与人'],
    theirs: ['对方', '客户方', '对方人员', '客户参与人'],
    summary: ['摘要', '纪要', '内容', '主题'],
    opportunity: ['商机', '项目', '商机名称', '项目名称'],
  },
  signals: {
    person: ['人员', '编号', '人员编号'],
    kind: ['类型', '信号', '信号类型'],
    date: ['日期', '发现日期'],
    confidence: ['可信度', '把握'],
    source: ['来源'],
  },
} as const satisfies Record<string, Record<string, readonly [string, ...string[]]>>

export type CsvKind = keyof typeof columnsOf
export type Column<K extends CsvKind> = keyof (typeof columnsOf)[K] & string

/** Columns without which a file of a kind says nothing: of each group one has to be there, which a sentence asks for by the first. */
export const requiredColumns: { readonly [K in CsvKind]: readonly (readonly [Column<K>, ...Column<K>[]])[] } = {
  people: [['id', 'name', 'family_name', 'given_name', 'email']],
  ties: [['from'], ['to'], ['kind']],
  roles: [['person'], ['opportunity'], ['role']],
  judgements: [['subject'], ['kind'], ['value']],
  interactions: [['kind']],
  signals: [['person'], ['kind']],
}

/** Columns that hold days. */
export const dayColumns: { readonly [K in CsvKind]: readonly Column<K>[] } = {
  people: ['from', 'to'],
  ties: ['valid_from', 'valid_to'],
  roles: [],
  judgements: ['date', 'expires'],
  interactions: ['date'],
  signals: ['date'],
}

const byHeader = new Map(Object.entries(columnsOf).map(([kind, columns]) => [kind, headersOf(columns)]))

function headersOf(columns: Readonly<Record<string, readonly string[]>>): Map<string, string> {
  return new Map(
    Object.entries(columns).flatMap(([column, chinese]) => [column, ...chinese].map((header) => [plain(header), column])),
  )
}

/** The column of a kind that a header means; undefined for an own field. */
export function columnNamed<K extends CsvKind>(kind: K, header: string): Column<K> | undefined {
  // The map above was filled from the very keys that the type lists.
  return byHeader.get(kind)?.get(plain(header)) as Column<K> | undefined
}

/** What somebody decided that columns mean, by header: a column of the kind, `own` or `ignore`. Headers left out are guessed. */
export type Mapping = Readonly<Record<string, string>>
/** The columns of a kind, in the order of interfaces.md. */
export function columnNames<K extends CsvKind>(kind: K): readonly Column<K>[] {
  // Object.keys of a constant whose keys are exactly these.
  return Object.keys(columnsOf[kind]) as Column<K>[]
}

/** The header of a column that messages use. */
export function headerOf<K extends CsvKind>(kind: K, column: Column<K>, language: Language): string {
  // Every column's list of Chinese headers has a first one.
  const headers: Readonly<Record<string, readonly string[]>> = columnsOf[kind]
  return language === 'en' ? column : (headers[column]?.[0] ?? column)
}

export function isColumn<K extends CsvKind>(kind: K, name: string): name is Column<K> {
  return Object.hasOwn(columnsOf[kind], name)
}

function plain(header: string): string {
  return header
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
}
