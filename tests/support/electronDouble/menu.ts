interface Template {
  readonly id?: string
  readonly label?: string
  readonly role?: string
  readonly type?: string
  readonly enabled?: boolean
  readonly submenu?: readonly Template[]
  readonly click?: () => void
}

class MenuItem {
  readonly submenu: Menu | null
  readonly enabled: boolean
  private readonly template: Template

  constructor(template: Template) {
    this.template = template
    this.submenu = template.submenu ? new Menu(template.submenu) : null
    this.enabled = template.enabled ?? true
  }

  get id() {
    return this.template.id
  }

  get label() {
    return this.template.label
  }

  get role() {
    return this.template.role
  }

  click(): void {
    if (this.enabled) this.template.click?.()
  }
}

export class Menu {
  private static application: Menu | null = null
  readonly items: readonly MenuItem[]

  constructor(template: readonly Template[]) {
    this.items = template.map((each) => new MenuItem(each))
  }

  static buildFromTemplate(template: readonly Template[]): Menu {
    return new Menu(template)
  }

  static setApplicationMenu(menu: Menu): void {
    Menu.application = menu
  }

  static getApplicationMenu(): Menu | null {
    return Menu.application
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }
}
