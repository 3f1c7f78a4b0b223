import { operation } from '../../kernel/operation.ts'
import { listProfiles } from './profiles.ts'
import { editionAt, editionsOf } from './rules.ts'
import { ListProfiles, Profiles } from './schema.ts'

export const listDiseaseProfiles = operation({
  name: 'cases.profiles',
  summary: { zh: '病种方案及其版本', en: 'Disease profiles and their editions' },
  kind: 'read',
  input: ListProfiles,
  output: Profiles,
  allow: (actor) => actor.role !== null,
  async run(ctx, { disease }) {
    const profiles = await listProfiles(ctx.tx)
    const items = profiles
      .filter((profile) => disease === undefined || profile.disease === disease)
      .map((profile) => ({
        ...profile,
        inForce: editionAt(editionsOf(profiles, profile.disease), ctx.now)?.code === profile.code,
        fever: profile.body.fever,
        anchor: profile.body.anchor,
        incubationDays: profile.body.incubationDays,
        observationDays: profile.body.observation.days,
        monitoringDays: profile.body.observation.monitoringDays,
        checksPerDay: profile.body.observation.checksPerDay,
        body: { ...profile.body },
      }))
    return { items, next: null }
  },
  audit: () => null,
})
