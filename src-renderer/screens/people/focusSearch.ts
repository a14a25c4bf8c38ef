export const PEOPLE_SEARCH_ID = 'people-search'

/** Gives the keyboard to the people list's search field. */
export function focusSearch(): void {
  document.getElementById(PEOPLE_SEARCH_ID)?.focus()
}
