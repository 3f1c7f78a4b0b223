import { expect, test } from 'vitest'
import { EVERYBODY, openRig, reads, writes, wrongWithLine } from './rig.ts'

test('every role asks everything about every area, and puts every single thing of others into its own requests', async () => {
  const rig = await openRig()
  try {
    const wrong: string[] = []
    for (const line of [...reads, ...writes]) wrong.push(...(await wrongWithLine(rig, line, EVERYBODY)))
    expect(wrong).toEqual([])
  } finally {
    await rig.world.close()
  }
})
