import { expect, test } from 'vitest'
import { placeWindow } from '../../../src-main/electron/windowPlace'

const laptop = { x: 0, y: 25, width: 1440, height: 875 }
const beside = { x: 1440, y: 0, width: 2560, height: 1400 }

test('the first window is centred, and never larger than the display leaves room for', () => {
  expect(placeWindow(null, [beside])).toEqual({ x: 1440 + 560, y: 250, width: 1440, height: 900 })
  expect(placeWindow(null, [laptop])).toEqual({ x: 0, y: 25, width: 1440, height: 875 })
})

test('a window comes back where it was, on the display it was on', () => {
  const bounds = { x: 2000, y: 100, width: 1300, height: 900 }
  expect(placeWindow(bounds, [laptop, beside])).toEqual(bounds)
})

test('a window of a display that is gone comes back on the first, in its size', () => {
  expect(placeWindow({ x: 2000, y: 100, width: 1300, height: 800 }, [laptop])).toEqual({ x: 70, y: 63, width: 1300, height: 800 })
})

test('a window that hangs over an edge is drawn in, and one larger than the display shrinks', () => {
  expect(placeWindow({ x: -300, y: -40, width: 1024, height: 700 }, [laptop])).toEqual({ x: 0, y: 25, width: 1024, height: 700 })
  expect(placeWindow({ x: 500, y: 400, width: 4000, height: 3000 }, [laptop])).toEqual(laptop)
})
