import { spawn } from 'node:child_process'

/**
 * Opens an address in the user's browser, without a shell in between. The address is on that program's command line for a moment;
 * its one-time code is spent as soon as the page loads.
 * @throws Error when no browser could be opened
 */
export function openBrowser(address: string): Promise<void> {
  const [command, ...args] = opener(process.platform)
  return new Promise((resolve, reject) => {
    // Detached: Ctrl+C in this terminal is not meant for the browser.
    const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true })
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}`))))
    child.unref()
  })
}

function opener(platform: NodeJS.Platform): readonly [command: string, ...args: string[]] {
  switch (platform) {
    case 'darwin':
      return ['open']
    case 'win32':
      // What `start` does, which is a word of the shell and no program.
      return ['rundll32', 'url.dll,FileProtocolHandler']
    default:
      return ['xdg-open']
  }
}
