import { access } from './access.ts'
import { agencyLists } from './agency-lists.ts'
import { audit } from './audit.ts'
import { board } from './board.ts'
import { cases } from './cases.ts'
import { checkpoints } from './checkpoints.ts'
import { closures } from './closures.ts'
import { command } from './command.ts'
import { drills } from './drills.ts'
import { exposureWords } from './exposure-words.ts'
import { exposures } from './exposures.ts'
import { dailies, figures, reports } from './figures.ts'
import { funds } from './funds.ts'
import { inspections } from './inspections.ts'
import { isolation } from './isolation.ts'
import { measures } from './measures.ts'
import { people } from './people.ts'
import { places } from './places.ts'
import { profiles } from './profiles.ts'
import { publicity } from './publicity.ts'
import { questionnaires } from './questionnaires.ts'
import { readings } from './readings.ts'
import { reproduction } from './reproduction.ts'
import { requests } from './requests.ts'
import { responsibility } from './responsibility.ts'
import { retention } from './retention.ts'
import { rumours } from './rumours.ts'
import { shared } from './shared.ts'
import { signIn } from './sign-in.ts'
import { sites } from './sites.ts'
import { supplies } from './supplies.ts'
import { visits } from './visits.ts'
import { words } from './words.ts'
import { workbooks } from './workbooks.ts'

export const zh = {
  ...shared,
  board,
  ...cases,
  ...checkpoints,
  ...exposures,
  ...exposureWords,
  ...people,
  ...places,
  ...responsibility,
  ...retention,
  ...access,
  ...signIn,
  ...audit,
  ...agencyLists,
  ...visits,
  ...inspections,
  ...isolation,
  ...readings,
  ...sites,
  ...closures,
  ...command,
  ...measures,
  dailies,
  figures,
  reports,
  reproduction,
  drills,
  ...funds,
  ...publicity,
  ...rumours,
  ...supplies,
  ...requests,
  ...questionnaires,
  ...workbooks,
  ...profiles,
  words,
}
