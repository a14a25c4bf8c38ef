export function electronRuntime(): string | null
export function fetchElectronRuntime(): void
