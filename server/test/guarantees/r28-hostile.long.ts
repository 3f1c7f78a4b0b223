import { expect, test } from 'vitest'
import { hashLightly } from '../../src/capabilities/access/access.factory.ts'
import { plantArea } from '../matrix/area.ts'
import { scenario } from '../scenario/scenario.ts'
import { PAYLOADS, sendEverywhere } from './hostile.ts'

test(
  'two hundred hostile texts in every field of every operation: kept or refused with a code, and nothing breaks',
  scenario(async (stage) => {
    hashLightly()
    const area = await plantArea(stage, '100', '龘')
    const { sent, kept, wrong } = await sendEverywhere(area, { perField: PAYLOADS.length })
    console.info(`hostile: ${sent} sent, ${kept} kept`)
    expect(wrong).toEqual([])
  }),
)
