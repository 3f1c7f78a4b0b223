import { accessTable, everybody } from '../../../test/access-table/access-table.ts'
import { enrolAccounts } from './operations.enrolling.ts'
import * as does from './operations.ts'

const T = '130822100'
const VILLAGE = '130822100207'
const OTHER = '130822101'
const county = { division: '130822' }
const township = { division: T }
const nothing = { loaded: undefined, input: {} }
const may = everybody('may')
const mayNot = everybody('may not')
const offices = { ...mayNot, administrator: 'may', 'county-desk': 'may', 'township-officer': 'may' } as const
const leads = { ...mayNot, administrator: 'may', 'county-desk': 'may' } as const

/** One's own account is everybody's. */
for (const own of [
  does.showMe,
  does.switchSeat,
  does.signOut,
  does.signOutEverywhere,
  does.listSessions,
  does.endSession,
  does.changeLanguage,
  does.changePassword,
  does.beginMyAuthenticator,
  does.confirmMyAuthenticator,
  does.renewMyRecoveryCodes,
  does.stepUp,
]) {
  accessTable(own, { ...nothing, seat: county }, may)
}

const desks = {
  ...may,
  'village-cadre': 'may not',
  'checkpoint-shift': 'may not',
  'isolation-staff': 'may not',
  'supplies-keeper': 'may not',
} as const
for (const passkey of [
  does.beginPasskey,
  does.addPasskey,
  does.removePasskey,
  does.beginPasskeyStepUp,
  does.stepUpByPasskey,
]) {
  accessTable(passkey, { ...nothing, seat: county }, desks)
}

/** Whoever has signed in signs out first: these doors are for nobody in particular. */
for (const door of [
  does.signIn,
  does.beginSecondFactor,
  does.showSecondFactor,
  does.signInByWelcome,
  does.beginPasskeySignIn,
  does.signInByPasskey,
  does.enrolDevice,
  does.tellContact,
]) {
  accessTable(door, { ...nothing, seat: county }, mayNot)
}

for (const list of [does.listAccounts, does.listDevices, does.listSilentPhones]) {
  accessTable(list, { ...nothing, seat: township }, offices)
  accessTable(list, { loaded: undefined, input: { division: OTHER }, seat: township }, mayNot)
}
accessTable(does.listSeats, { ...nothing, seat: township }, { ...offices, auditor: 'may' })
accessTable(does.listSeats, { loaded: undefined, input: { division: OTHER }, seat: township }, mayNot)
accessTable(does.inviteDevice, { loaded: undefined, input: { division: VILLAGE }, seat: township }, offices)
accessTable(does.inviteDevice, { loaded: undefined, input: { division: OTHER }, seat: township }, mayNot)
accessTable(does.revokeDevice, { loaded: { division: VILLAGE }, input: {}, seat: township }, offices)
accessTable(does.revokeDevice, { loaded: { division: OTHER }, input: {}, seat: township }, mayNot)

const cadre = { division: VILLAGE, role: 'village-cadre' }
const officer = { division: T, role: 'township-officer' }
const administrator = { division: '130822', role: 'administrator' }

/** A field seat is made by its township, a township's by the county desk, a desk's by an administrator alone. */
accessTable(does.openSeat, { loaded: undefined, input: cadre, seat: township }, offices)
accessTable(does.openSeat, { loaded: undefined, input: officer, seat: county }, leads)
accessTable(
  does.openSeat,
  { loaded: undefined, input: administrator, seat: county },
  { ...mayNot, administrator: 'may' },
)
accessTable(does.openSeat, { loaded: undefined, input: { ...cadre, division: OTHER }, seat: township }, mayNot)
for (const change of [does.occupySeat, does.endOccupancy]) {
  accessTable(change, { loaded: { seat: cadre }, input: {}, seat: township }, offices)
  accessTable(change, { loaded: { seat: administrator }, input: {}, seat: county }, { ...mayNot, administrator: 'may' })
}
accessTable(does.closeSeat, { loaded: cadre, input: {}, seat: township }, offices)
accessTable(does.closeSeat, { loaded: officer, input: {}, seat: county }, leads)

accessTable(does.makeAccount, { loaded: [], input: { division: VILLAGE, seats: [cadre] }, seat: township }, offices)
accessTable(does.makeAccount, { loaded: [officer], input: { division: T, seats: [] }, seat: county }, leads)
accessTable(does.makeAccount, { loaded: [], input: { division: OTHER, seats: [] }, seat: township }, mayNot)

/** Somebody who also administers is out of the reach of whoever could not have made them one. */
for (const care of [does.closeAccount, does.reopenAccount, does.welcomeAgain, does.signOutAccount]) {
  accessTable(care, { loaded: { division: T, seats: [cadre] }, input: {}, seat: township }, offices)
  accessTable(
    care,
    { loaded: { division: '130822', seats: [cadre, administrator] }, input: {}, seat: county },
    { ...mayNot, administrator: 'may' },
  )
  accessTable(care, { loaded: { division: OTHER, seats: [] }, input: {}, seat: township }, mayNot)
}
accessTable(does.showAccount, { loaded: { division: VILLAGE }, input: {}, seat: township }, offices)
accessTable(does.showAccount, { loaded: { division: OTHER }, input: {}, seat: township }, mayNot)

for (const read of [does.readAudit, does.whoLooked]) {
  accessTable(read, { ...nothing, seat: county }, { ...leads, auditor: 'may' })
}

/** A list seats nobody whom its sender could not seat by hand, and nobody above the sender. */
const seatOf = (role: string, division: string) => ({
  loaded: null,
  input: { seat: { role, division } },
  seat: township,
})
accessTable(enrolAccounts, seatOf('village-cadre', VILLAGE), offices)
accessTable(enrolAccounts, seatOf('township-officer', T), { ...mayNot, administrator: 'may', 'county-desk': 'may' })
accessTable(enrolAccounts, seatOf('administrator', T), { ...mayNot, administrator: 'may' })
accessTable(enrolAccounts, seatOf('village-cadre', OTHER), mayNot)
