// Generated from the operations by `npm run contract`; not edited by hand.
export type Problem = { type: string; title: string; status: number; code: string; resend: ("never" | "later"); params: Record<string, unknown>; issues?: Array<{ path: string; zh: string; en: string }>; requestId?: string }

export interface paths {
  '/access/accounts': {
    get: {
      parameters: { query?: { division?: string; signInName?: string; open?: ("true" | "false"); after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; division: string; signInName: string; name: string; language: ("zh" | "en"); createdAt: string; closedAt: (string | null); seats: Array<{ id: string; division: string; role: ("county-desk" | "data-verifier" | "township-officer" | "village-cadre" | "checkpoint-shift" | "isolation-staff" | "supplies-keeper" | "publicity-editor" | "auditor" | "administrator"); placeId: (string | null); title: string }> }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id?: string; division: string; signInName: string; name: string; language?: ("zh" | "en"); seats?: Array<{ id?: string; division: string; role: ("county-desk" | "data-verifier" | "township-officer" | "village-cadre" | "checkpoint-shift" | "isolation-staff" | "supplies-keeper" | "publicity-editor" | "auditor" | "administrator"); placeId?: (string | null); title?: string }>; seatIds?: Array<string>; password?: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { account: { id: string; division: string; signInName: string; name: string; language: ("zh" | "en"); createdAt: string; closedAt: (string | null); seats: Array<{ id: string; division: string; role: ("county-desk" | "data-verifier" | "township-officer" | "village-cadre" | "checkpoint-shift" | "isolation-staff" | "supplies-keeper" | "publicity-editor" | "auditor" | "administrator"); placeId: (string | null); title: string }> }; welcome: { code: string; expiresAt: string } } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/access/accounts/{id}': {
    get: {
      parameters: { query?: never; path: { id: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { id: string; division: string; signInName: string; name: string; language: ("zh" | "en"); createdAt: string; closedAt: (string | null); seats: Array<{ id: string; division: string; role: ("county-desk" | "data-verifier" | "township-officer" | "village-cadre" | "checkpoint-shift" | "isolation-staff" | "supplies-keeper" | "publicity-editor" | "auditor" | "administrator"); placeId: (string | null); title: string }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/access/accounts/{id}/close': {
    post: {
      parameters: { query?: never; path: { id: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { ended: number } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/access/accounts/{id}/reopen': {
    post: {
      parameters: { query?: never; path: { id: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { code: string; expiresAt: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/access/accounts/{id}/sign-out': {
    post: {
      parameters: { query?: never; path: { id: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { ended: number } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/access/accounts/{id}/welcome': {
    post: {
      parameters: { query?: never; path: { id: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { code: string; expiresAt: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/access/devices': {
    get: {
      parameters: { query?: { division?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; division: string; placeId: (string | null); label: string; platform: string; enrolledAt: string; enrolledBy: string; revokedAt: (string | null) }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/access/devices/{id}/revoke': {
    post: {
      parameters: { query?: never; path: { id: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { ended: number } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/access/devices/enrol': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { code: string; platform?: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { deviceId: string; deviceToken: string; county: number; division: string; placeId: (string | null); label: string; fieldKey: { id: string; publicKey: string } } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/access/devices/invite': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { division: string; placeId?: (string | null); label: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { code: string; qr: string; expiresAt: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/access/occupancies/{id}/end': {
    post: {
      parameters: { query?: never; path: { id: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { at?: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; division: string; role: ("county-desk" | "data-verifier" | "township-officer" | "village-cadre" | "checkpoint-shift" | "isolation-staff" | "supplies-keeper" | "publicity-editor" | "auditor" | "administrator"); placeId: (string | null); title: string; openedAt: string; closedAt: (string | null); occupants: Array<{ occupancyId: string; accountId: string; name: (string | null); beginsAt: string; endsAt: (string | null) }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/access/phones/contact': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { county: number; deviceToken?: string; personToken?: string; pending: number; oldestAt?: (string | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { heard: boolean } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/access/phones/silent': {
    get: {
      parameters: { query?: { division?: string; hours?: number; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; label: (string | null); division: string; placeId: (string | null); seat: (string | null); lastAt: (string | null); since: string; pending: (number | null); oldestAt: (string | null) }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/access/seats': {
    get: {
      parameters: { query?: { division?: string; role?: ("county-desk" | "data-verifier" | "township-officer" | "village-cadre" | "checkpoint-shift" | "isolation-staff" | "supplies-keeper" | "publicity-editor" | "auditor" | "administrator"); placeId?: string; open?: ("true" | "false"); after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; division: string; role: ("county-desk" | "data-verifier" | "township-officer" | "village-cadre" | "checkpoint-shift" | "isolation-staff" | "supplies-keeper" | "publicity-editor" | "auditor" | "administrator"); placeId: (string | null); title: string; openedAt: string; closedAt: (string | null); occupants: Array<{ occupancyId: string; accountId: string; name: (string | null); beginsAt: string; endsAt: (string | null) }> }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id?: string; division: string; role: ("county-desk" | "data-verifier" | "township-officer" | "village-cadre" | "checkpoint-shift" | "isolation-staff" | "supplies-keeper" | "publicity-editor" | "auditor" | "administrator"); placeId?: (string | null); title?: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; division: string; role: ("county-desk" | "data-verifier" | "township-officer" | "village-cadre" | "checkpoint-shift" | "isolation-staff" | "supplies-keeper" | "publicity-editor" | "auditor" | "administrator"); placeId: (string | null); title: string; openedAt: string; closedAt: (string | null); occupants: Array<{ occupancyId: string; accountId: string; name: (string | null); beginsAt: string; endsAt: (string | null) }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/access/seats/{id}/close': {
    post: {
      parameters: { query?: never; path: { id: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { done: true } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/access/seats/{id}/occupy': {
    post: {
      parameters: { query?: never; path: { id: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { accountId: string; from?: string; until?: (string | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; division: string; role: ("county-desk" | "data-verifier" | "township-officer" | "village-cadre" | "checkpoint-shift" | "isolation-staff" | "supplies-keeper" | "publicity-editor" | "auditor" | "administrator"); placeId: (string | null); title: string; openedAt: string; closedAt: (string | null); occupants: Array<{ occupancyId: string; accountId: string; name: (string | null); beginsAt: string; endsAt: (string | null) }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/agency-list-answers/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; entryId: string; recordedAt: string; answer: ("seen" | "away" | "unknown" | "not-found"); note?: (string | null); register?: boolean }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again"); personId: (string | null) } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/agency-list-entries': {
    get: {
      parameters: { query?: { listId?: string; state?: ("undecided" | "open" | "answered" | "rejected" | "all" | "passed"); outcome?: ("created" | "matched" | "conflict" | "rejected"); division?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; listId: string; sender: string; purpose: string; expiresOn: string; nth: number; division: string; outcome: ("created" | "matched" | "conflict" | "rejected"); reasons: Array<string>; undecided: boolean; said: { name: (string | null); document: (string | null); phone: (string | null); birthDate: (string | null); sex: (string | null); address: (string | null) }; known: ({ id: string; visible: boolean; division: (string | null); name: (string | null); document: (string | null); phone: (string | null) } | null); answer: (("seen" | "away" | "unknown" | "not-found") | null); answeredAt: (string | null); passedTo: (string | null) }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/agency-list-entries/{entryId}': {
    get: {
      parameters: { query?: never; path: { entryId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { id: string; listId: string; sender: string; purpose: string; expiresOn: string; nth: number; division: string; outcome: ("created" | "matched" | "conflict" | "rejected"); reasons: Array<string>; undecided: boolean; said: { name: (string | null); document: (string | null); phone: (string | null); birthDate: (string | null); sex: (string | null); address: (string | null) }; known: ({ id: string; visible: boolean; division: (string | null); name: (string | null); document: (string | null); phone: (string | null) } | null); answer: (("seen" | "away" | "unknown" | "not-found") | null); answeredAt: (string | null); passedTo: (string | null); answerId: (string | null); basis: string; candidates: Array<{ id: string; visible: boolean; division: (string | null); name: (string | null); document: (string | null); phone: (string | null); reasons: Array<string> }>; note: (string | null); passings: Array<{ from: string; to: string; at: string; note: string; answer: (("seen" | "away" | "unknown" | "not-found") | null); answeredAt: (string | null); answerNote: (string | null) }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/agency-list-entries/{entryId}/answers': {
    post: {
      parameters: { query?: never; path: { entryId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; recordedAt: string; answer: ("seen" | "away" | "unknown" | "not-found"); note?: (string | null); register?: boolean } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again"); personId: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/agency-list-entries/{entryId}/cells': {
    post: {
      parameters: { query?: never; path: { entryId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { id: string; cells: Array<{ heading: string; field: ("name" | "document" | "phone" | "sex" | "birth" | "address" | "township" | "village" | "other"); text: string }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/agency-list-entries/{entryId}/identifications': {
    post: {
      parameters: { query?: never; path: { entryId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; recordedAt: string; personId: (string | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/agency-list-entries/{entryId}/passings': {
    post: {
      parameters: { query?: never; path: { entryId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; recordedAt: string; to: string; note: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again"); nextId: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/agency-list-identifications/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; entryId: string; recordedAt: string; personId: (string | null) }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again") } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/agency-lists': {
    get: {
      parameters: { query?: { after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; sender: string; basis: string; purpose: string; receivedAt: string; expiresOn: string; state: ("open" | "answered" | "destroyed"); counts: ({ read: number; created: number; matched: number; conflict: number; rejected: number; blank: number } | null); progress: { entries: number; undecided: number; open: number; rejected: number; seen: number; away: number; unknown: number; notFound: number; passed: number } }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; sender: string; basis: string; purpose: string; expiresOn: string; recordedAt: string; file: string; sheet?: (string | null); headerRow?: (number | null); columns: Array<{ heading: string; field: ("name" | "document" | "phone" | "sex" | "birth" | "address" | "township" | "village" | "other") }> } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again"); counts: { read: number; created: number; matched: number; conflict: number; rejected: number; blank: number } } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/agency-lists/{listId}': {
    get: {
      parameters: { query?: never; path: { listId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { id: string; sender: string; basis: string; purpose: string; receivedAt: string; expiresOn: string; state: ("open" | "answered" | "destroyed"); counts: ({ read: number; created: number; matched: number; conflict: number; rejected: number; blank: number } | null); progress: { entries: number; undecided: number; open: number; rejected: number; seen: number; away: number; unknown: number; notFound: number; passed: number }; consents: { needed: boolean; others: (string | null); mine: (string | null) }; format: ("xlsx" | "csv"); columns: Array<{ heading: string; field: ("name" | "document" | "phone" | "sex" | "birth" | "address" | "township" | "village" | "other") }>; certificate: ({ destroyedAt: string; ground: string; atExpiry: boolean; entries: number; candidates: number; identifications: number; answers: number; seen: number; away: number; unknown: number; notFound: number; unanswered: number; fileSha256: string; entriesSha256: string } | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/agency-lists/{listId}/destruction': {
    post: {
      parameters: { query?: never; path: { listId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { ground: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { listId: string; arrival: ("new" | "again"); certificate: { destroyedAt: string; ground: string; atExpiry: boolean; entries: number; candidates: number; identifications: number; answers: number; seen: number; away: number; unknown: number; notFound: number; unanswered: number; fileSha256: string; entriesSha256: string } } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/agency-lists/{listId}/return': {
    post: {
      parameters: { query?: never; path: { listId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { format?: ("xlsx" | "csv"); language?: ("zh" | "en") } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { fileName: string; mediaType: string; content: string; rows: number; unanswered: number } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/agency-lists/{listId}/return-consents': {
    post: {
      parameters: { query?: never; path: { listId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/agency-lists/preview': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sender?: (string | null); file: string; sheet?: (string | null); headerRow?: (number | null); columns?: (Array<{ heading: string; field: ("name" | "document" | "phone" | "sex" | "birth" | "address" | "township" | "village" | "other") }> | null) } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { format: ("xlsx" | "csv"); encoding: string; delimiter: (string | null); sheets: Array<{ name: string; hidden: boolean; rows: number; chosen: boolean }>; headerRow: number; columns: Array<{ column: string; heading: string; field: ("name" | "document" | "phone" | "sex" | "birth" | "address" | "township" | "village" | "other"); from: ("remembered" | "dictionary" | "nothing" | "said") }>; read: number; blank: number; usable: number; rejectedCount: number; rejected: Array<{ nth: number; reasons: Array<string> }>; hiddenRows: number; sample: Array<{ nth: number; cells: Array<string> }>; receivedBefore: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/airings': {
    get: {
      parameters: { query?: { division?: string; pieceId?: string; day?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; division: string; divisionName: string; pieceId: string; title: string; state: ("published" | "corrected" | "withdrawn"); fromOn: string; toOn: string; times: Array<{ at: string; minutes: number }>; seconds: number; played: number; missed: number }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/airings/{airingId}/end': {
    post: {
      parameters: { query?: never; path: { airingId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; toOn: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/airings/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; division: string; pieceId: string; fromOn: string; toOn: string; times: Array<{ at: string; minutes: number }> }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again") } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/audit': {
    get: {
      parameters: { query?: { subject?: string; accountId?: string; operation?: string; since?: string; until?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; seq: (number | null); at: string; division: string; actorKind: ("person" | "system" | "anonymous"); accountId: (string | null); seatId: (string | null); role: (string | null); deviceId: (string | null); operation: string; purpose: (string | null); subject: (string | null); count: number; note: Record<string, (string | number | boolean | null)>; requestId: string }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/audit/persons/{subject}': {
    get: {
      parameters: { query?: { after?: string; limit?: number }; path: { subject: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; seq: (number | null); at: string; division: string; actorKind: ("person" | "system" | "anonymous"); accountId: (string | null); seatId: (string | null); role: (string | null); deviceId: (string | null); operation: string; purpose: (string | null); subject: (string | null); count: number; note: Record<string, (string | number | boolean | null)>; requestId: string }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/audit/readings': {
    get: {
      parameters: { query?: { day?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { day: string; items: Array<{ accountId: string; name: string; role: string; division: string; persons: number; whole: number; requests: number; singleViews: number }>; alerts: Array<{ accountId: string; name: string; kind: ("single-views" | "wide-searches"); at: string; count: number }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/cases': {
    get: {
      parameters: { query?: { area?: string; status?: ("fever" | "suspected" | "confirmed" | "asymptomatic" | "excluded" | "open"); overdue?: string; origin?: ("checkpoint" | "reading" | "visit" | "clinic" | "self-report"); after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; person: { id: string; visible: boolean; division: (string | null); synthetic: boolean; name: (string | null); documentKind: (("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none") | null); document: (string | null); phone: (string | null); plate: (string | null); hasAddress: boolean }; division: string; disease: string; profile: string; origin: ("checkpoint" | "reading" | "visit" | "clinic" | "self-report"); openedAt: string; status: ("fever" | "suspected" | "confirmed" | "asymptomatic" | "excluded"); since: string; onset: (string | null); overdue: number }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/cases/{caseId}': {
    get: {
      parameters: { query?: never; path: { caseId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { id: string; person: { id: string; visible: boolean; division: (string | null); synthetic: boolean; name: (string | null); documentKind: (("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none") | null); document: (string | null); phone: (string | null); plate: (string | null); hasAddress: boolean }; division: string; disease: string; profile: string; origin: ("checkpoint" | "reading" | "visit" | "clinic" | "self-report"); openedAt: string; status: ("fever" | "suspected" | "confirmed" | "asymptomatic" | "excluded"); since: string; onset: (string | null); overdue: number; profileName: { zh: string; en: string }; fevers: Array<{ id: string; origin: ("checkpoint" | "reading" | "visit" | "clinic" | "self-report"); originId: string; at: string; temperatureC: (number | null); site: (("forehead" | "axillary" | "ear" | "wrist") | null); symptoms: Array<string> }>; entries: Array<{ id: string; kind: ("evidence" | "onset" | "sample" | "result" | "decision" | "report" | "investigation" | "source"); at: string; code: string; day: (string | null); sampleId: (string | null); sourceCaseId: (string | null); decider: (string | null); details: { answers?: Array<{ code: string; present: boolean }>; estimated?: boolean; laboratory?: string; deliveredAt?: (string | null); test?: ("pcr" | "igm" | "igg" | "sequence" | "antigen"); titre?: (number | null); ground?: ("rule" | "laboratory" | "negatives" | "clinical" | "authorised" | "judgement"); institution?: string; document?: (string | null); note?: (string | null); unit?: string; unitPhone?: string; metFrom?: (string | null); metTill?: (string | null); certainty?: ("high" | "moderate" | "low"); cardNo?: string; belongsTo?: ("county" | "city" | "province" | "other-province" | "hk-mo-tw" | "foreign"); populationGroup?: ("nursery-child" | "child-at-home" | "student" | "teacher" | "nursery-staff" | "catering" | "commerce" | "medical-staff" | "worker" | "migrant-worker" | "farmer" | "herdsman" | "fisher" | "cadre" | "retired" | "housework" | "other" | "unknown"); workplace?: (string | null); diedOn?: (string | null); correctedName?: (string | null); returnedBecause?: (string | null) }; recordedAt: string; receivedAt: string; corrects: (string | null); why: (string | null); voided: boolean; standing: boolean }>; explanation: ({ history: Array<{ code: string; zh: string; en: string; present: (boolean | null); from: (("said" | "measured" | "laboratory") | null) }>; findings: Array<{ code: string; zh: string; en: string; present: (boolean | null); from: (("said" | "measured" | "laboratory") | null) }>; confirming: Array<{ code: string; zh: string; en: string; present: (boolean | null); from: (("said" | "measured" | "laboratory") | null) }>; counted: { history: number; findings: number; confirming: number }; ways: Array<{ history: number; findings: number; anyOf: Array<Array<string>>; met: boolean }>; suspected: boolean; confirmed: boolean; zh: string; en: string } | null); exclusion: ({ negatives: number; gapHours: number; antibodyNegativeDay: (number | null); met: boolean; counted: Array<string>; nextFrom: (string | null); zh: (string | null); en: (string | null) } | null); clocks: Array<{ kind: ("report" | "laboratory" | "investigation"); of: string; startedAt: string; dueAt: string; doneAt: (string | null); overdue: boolean }>; contacts: Array<{ person: { id: string; visible: boolean; division: (string | null); synthetic: boolean; name: (string | null); documentKind: (("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none") | null); document: (string | null); phone: (string | null); plate: (string | null); hasAddress: boolean }; kind: ("household" | "caregiver" | "aerosol-procedure" | "same-ward" | "same-room" | "shared-meal" | "shared-utensils" | "secretions" | "visiting" | "same-vehicle" | "judgement" | "other"); firstAt: string; lastAt: string; counts: boolean; isolated: boolean; caseId: (string | null) }>; next: Array<("suspected" | "confirmed" | "asymptomatic" | "excluded")>; undermined: boolean } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/cases/{caseId}/card': {
    get: {
      parameters: { query?: { language?: ("zh" | "en") }; path: { caseId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { caseId: string; fields: Array<{ key: string; name: string; value: (string | null); required: boolean }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/cases/{caseId}/card/print': {
    get: {
      parameters: { query?: { language?: ("zh" | "en") }; path: { caseId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { fileName: string; type: string; content: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/cases/{caseId}/decisions': {
    post: {
      parameters: { query?: never; path: { caseId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; recordedAt: string; at: string; corrects?: (string | null); why?: (string | null); voided?: boolean; status: ("suspected" | "confirmed" | "asymptomatic" | "excluded"); ground: ("rule" | "laboratory" | "negatives" | "clinical" | "authorised" | "judgement"); institution: string; clinician?: (string | null); document?: (string | null); note?: (string | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; caseId: string; arrival: ("new" | "again"); receivedAt: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/cases/{caseId}/evidence': {
    post: {
      parameters: { query?: never; path: { caseId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; recordedAt: string; at: string; corrects?: (string | null); why?: (string | null); voided?: boolean; answers: Array<{ code: string; present: boolean }> } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; caseId: string; arrival: ("new" | "again"); receivedAt: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/cases/{caseId}/investigations': {
    post: {
      parameters: { query?: never; path: { caseId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; recordedAt: string; at: string; corrects?: (string | null); why?: (string | null); voided?: boolean; investigator: string; unit: string; note?: (string | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; caseId: string; arrival: ("new" | "again"); receivedAt: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/cases/{caseId}/onsets': {
    post: {
      parameters: { query?: never; path: { caseId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; recordedAt: string; at: string; corrects?: (string | null); why?: (string | null); voided?: boolean; day: (string | null); estimated?: boolean } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; caseId: string; arrival: ("new" | "again"); receivedAt: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/cases/{caseId}/reports': {
    post: {
      parameters: { query?: never; path: { caseId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; recordedAt: string; at: string; corrects?: (string | null); why?: (string | null); voided?: boolean; turn: ("first" | "correction"); cardNo: string; belongsTo: ("county" | "city" | "province" | "other-province" | "hk-mo-tw" | "foreign"); populationGroup: ("nursery-child" | "child-at-home" | "student" | "teacher" | "nursery-staff" | "catering" | "commerce" | "medical-staff" | "worker" | "migrant-worker" | "farmer" | "herdsman" | "fisher" | "cadre" | "retired" | "housework" | "other" | "unknown"); workplace?: (string | null); diedOn?: (string | null); correctedName?: (string | null); returnedBecause?: (string | null); unit: string; unitPhone: string; doctor: string; remarks?: (string | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; caseId: string; arrival: ("new" | "again"); receivedAt: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/cases/{caseId}/results': {
    post: {
      parameters: { query?: never; path: { caseId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; recordedAt: string; at: string; corrects?: (string | null); why?: (string | null); voided?: boolean; sampleId: string; test: ("pcr" | "igm" | "igg" | "sequence" | "antigen"); finding: ("positive" | "negative" | "inconclusive" | "unfit"); titre?: (number | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; caseId: string; arrival: ("new" | "again"); receivedAt: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/cases/{caseId}/samples': {
    post: {
      parameters: { query?: never; path: { caseId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; recordedAt: string; at: string; corrects?: (string | null); why?: (string | null); voided?: boolean; specimen: ("throat-swab" | "nasal-swab" | "sputum" | "lower-respiratory" | "blood-acute" | "blood-convalescent" | "stool" | "other"); laboratory: string; deliveredAt?: (string | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; caseId: string; arrival: ("new" | "again"); receivedAt: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/cases/{caseId}/sources': {
    post: {
      parameters: { query?: never; path: { caseId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; recordedAt: string; at: string; corrects?: (string | null); why?: (string | null); voided?: boolean; sourceCaseId?: (string | null); setting: ("household" | "caregiver" | "aerosol-procedure" | "same-ward" | "same-room" | "shared-meal" | "shared-utensils" | "secretions" | "visiting" | "same-vehicle" | "judgement" | "other" | "affected-area" | "unknown"); metFrom?: (string | null); metTill?: (string | null); certainty?: ("high" | "moderate" | "low"); note?: (string | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; caseId: string; arrival: ("new" | "again"); receivedAt: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/cases/changeover-preview': {
    get: {
      parameters: { query: { from: string; to: string; day: string }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { refusal: ({ code: string; zh: string; en: string } | null); openOrders: number; differences: number } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/cases/changeovers': {
    get: {
      parameters: { query?: { disease?: string }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; disease: string; from: string; to: string; day: string; documentNo: string; authority: string; decider: string; recordedAt: string }>; next: null } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; from: string; to: string; day: string; documentNo: string; authority: string; decider: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/cases/editions': {
    get: {
      parameters: { query?: { disease?: string }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ code: string; disease: string; zh: string; en: string; state: ("draft" | "planned" | "in-force" | "ended"); validFrom: (string | null); validTo: (string | null); basedOn: (string | null); version: (number | null); uncertain: Array<string> }>; next: null } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; code: string; basedOn: string; disease?: string; zh: string; en: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; code: string; version: number; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/cases/editions/{code}': {
    get: {
      parameters: { query?: never; path: { code: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { code: string; disease: string; zh: string; en: string; state: ("draft" | "planned" | "in-force" | "ended"); validFrom: (string | null); validTo: (string | null); basedOn: (string | null); version: (number | null); uncertain: Array<string>; body: Record<string, unknown>; decided: ({ documentNo: string; authority: string; decider: string; recordedAt: string } | null); versions: Array<{ version: number; recordedBy: (string | null); recordedAt: string }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/cases/editions/{code}/differences': {
    get: {
      parameters: { query: { with: string }; path: { code: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { code: string; with: string; items: Array<{ path: string; a: unknown; b: unknown }>; next: null } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/cases/editions/{code}/drop': {
    post: {
      parameters: { query?: never; path: { code: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; code: string; version: number; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/cases/editions/{code}/start': {
    post: {
      parameters: { query?: never; path: { code: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; from: string; seen: number; documentNo: string; authority: string; decider: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; code: string; from: string; ends: (string | null); arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/cases/editions/{code}/texts': {
    post: {
      parameters: { query?: never; path: { code: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; seen: number; zh: string; en: string; body: { fever: ({ comparison: (">" | ">="); thresholdC: number; site: ("forehead" | "axillary" | "ear" | "wrist"); bySite?: Record<string, number> } | null); anchor: ("last-exposure" | "rash"); incubationDays: (Array<never> | null); typicalDays?: Array<never>; extremeDays?: Array<never>; infectiousDays?: Array<never>; lookbackDays?: number; serialInterval?: { meanDays: number; sdDays: number }; observation: { days: number; modes: Array<("central" | "home")>; modeRule?: "before-onset-home-after-onset-central"; monitoringDays: number; monitoringKind?: ("home-monitoring" | "home-isolation"); checksPerDay: number; contacts: ("all" | "susceptible" | "none") }; testDays?: { central?: Array<number>; home?: Array<number>; caseHome?: Array<number> }; secondary?: (("traced" | "none") | { days: number; mode: ("central" | "home"); testDays: Array<number>; primaryNegatives?: number }); exclusion?: { negatives: number; gapHours: number; antibodyNegativeDay?: number }; reportHours?: { suspected?: number; confirmed?: number; asymptomatic?: number; laboratory?: number; investigation?: number }; cluster?: Array<{ cases: number; days: number; scope: ("small-setting" | "village-or-school" | "township") }>; caseRule?: { history: Array<{ code: string; zh: string; en: string }>; historyDays?: number; findings: Array<{ code: string; zh: string; en: string }>; suspected: Array<{ history: number; findings: number; anyOf?: Array<Array<string>> }>; confirmed: Array<{ code: string; zh: string; en: string }> }; symptomCodes?: Array<string>; contactsReleasedWhenExcluded?: boolean; symptoms?: { zh: string; en: string }; release?: { zh: string; en: string }; searchRadiusM?: Array<never>; vehicle?: { lookbackDays: number; seatRows: number }; exposures?: Array<("human" | "animal")>; distanceM?: number; lostToFollowUp?: true; laboratoryTransportHours?: number; asymptomaticTraveller?: { days: number; checksPerDay: number; isolated: boolean }; uncertain?: Array<string> } } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; code: string; version: number; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/cases/fevers': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; division: string; recordedAt: string; person: ({ personId: string } | { id: string; name?: (string | null); document?: ({ kind: ("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none"); number: string } | null); phone?: (string | null) }); origin: ("visit" | "clinic" | "self-report"); at: string; temperatureC?: (number | null); site?: (("forehead" | "axillary" | "ear" | "wrist") | null); symptoms?: Array<string> } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; caseId: string; personId: string; arrival: ("new" | "again"); receivedAt: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/cases/profiles': {
    get: {
      parameters: { query?: { disease?: string }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ code: string; disease: string; zh: string; en: string; validFrom: (string | null); validTo: (string | null); inForce: boolean; fever: ({ comparison: (">" | ">="); thresholdC: number; site: ("forehead" | "axillary" | "ear" | "wrist"); bySite?: Record<string, number> } | null); anchor: ("last-exposure" | "rash"); incubationDays: (Array<never> | null); observationDays: number; monitoringDays: number; checksPerDay: number; body: Record<string, unknown> }>; next: null } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/checkpoint-board': {
    get: {
      parameters: { query?: { asOf?: string }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { asOf: string; total: { screened: number; fevers: number; turnedBack: number; medical: number; refused: number; vehicles: number }; openFevers: number; townships: Array<{ division: string; name: string; counts: { screened: number; fevers: number; turnedBack: number; medical: number; refused: number; vehicles: number }; openFevers: number; checkpoints: number }>; checkpoints: Array<{ id: string; name: string; kind: string; division: string; longitude: (number | null); latitude: (number | null); counts: { screened: number; fevers: number; turnedBack: number; medical: number; refused: number; vehicles: number }; openFevers: number; lastPassageAt: (string | null) }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/checkpoint-board/day': {
    get: {
      parameters: { query: { day: string; asOf?: string }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { day: string; asOf: string; hours: Array<{ hour: string; counts: { screened: number; fevers: number; turnedBack: number; medical: number; refused: number; vehicles: number } }>; total: { screened: number; fevers: number; turnedBack: number; medical: number; refused: number; vehicles: number } } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/checkpoints/{checkpointId}/day': {
    get: {
      parameters: { query: { day: string }; path: { checkpointId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { checkpointId: string; day: string; asOf: string; hours: Array<{ hour: string; counts: { screened: number; fevers: number; turnedBack: number; medical: number; refused: number; vehicles: number } }>; total: { screened: number; fevers: number; turnedBack: number; medical: number; refused: number; vehicles: number } } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/checkpoints/{checkpointId}/passages': {
    get: {
      parameters: { query?: { day?: string; after?: string; limit?: number }; path: { checkpointId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; checkpointId: string; occurredAt: string; recordedAt: string; receivedAt: string; direction: ("in" | "out"); personId: (string | null); vehicleId: (string | null); temperatureC: (number | null); site: ("forehead" | "axillary" | "ear" | "wrist"); symptoms: Array<("cough" | "sputum" | "sore-throat" | "runny-nose" | "weakness" | "muscle-pain" | "headache" | "chills" | "shortness-of-breath" | "chest-tightness" | "diarrhoea" | "vomiting")>; fromCode: (string | null); toDivision: (string | null); decision: ("pass" | "turned-back" | "medical" | "refused"); reason: (("no-need-to-travel" | "from-affected-area" | "no-proof-of-residence" | "fever" | "symptoms" | "would-not-be-measured" | "would-not-register" | "other") | null); fever: boolean; voided: boolean; corrections: number; underOrder: (("home" | "central") | null) }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path: { checkpointId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; shiftId?: (string | null); deviceSeq?: (number | null); recordedAt: string; direction?: ("in" | "out"); traveller?: (({ personId: string } | { name: (string | null); document: ({ kind: ("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none"); number: string } | null); phone: (string | null) }) | null); vehicleId?: (string | null); plate?: (string | null); temperatureC: (number | null); site?: ("forehead" | "axillary" | "ear" | "wrist"); symptoms?: Array<("cough" | "sputum" | "sore-throat" | "runny-nose" | "weakness" | "muscle-pain" | "headache" | "chills" | "shortness-of-breath" | "chest-tightness" | "diarrhoea" | "vomiting")>; fromCode?: (string | null); toDivision?: (string | null); decision: ("pass" | "turned-back" | "medical" | "refused"); reason?: (("no-need-to-travel" | "from-affected-area" | "no-proof-of-residence" | "fever" | "symptoms" | "would-not-be-measured" | "would-not-register" | "other") | null); fromTallyId?: (string | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again"); receivedAt: string; fever: boolean; handOverId: (string | null); underOrder: (("home" | "central") | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/checkpoints/{checkpointId}/shifts': {
    get: {
      parameters: { query?: { after?: string; limit?: number }; path: { checkpointId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; checkpointId: string; startedAt: string; closedAt: (string | null); members: number; note: (string | null); openFevers: number; handedOverFrom: (string | null) }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path: { checkpointId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; recordedAt: string; members: number; handedOverFrom?: (string | null); note?: (string | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/checkpoints/{checkpointId}/travellers/check': {
    post: {
      parameters: { query?: never; path: { checkpointId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { personIds: Array<string> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ personId: string; underOrder: ("home" | "central") }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/closure-inspections/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; subjectId: string; at: string; found: ("closed" | "open"); action?: (("closed-on-the-spot" | "warned" | "handed-over") | null); inspector: string }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again") } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/closures/appeals/{appealId}/decision': {
    post: {
      parameters: { query?: never; path: { appealId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; outcome: ("upheld" | "rejected" | "withdrawn"); decider: string; reason: string; at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/closures/applications/{applicationId}/checks': {
    post: {
      parameters: { query?: never; path: { applicationId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; met: Array<("ventilation" | "disinfection" | "masks" | "temperature" | "register" | "distance" | "staff" | "plan")>; inspector: string; at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/closures/applications/{applicationId}/decision': {
    post: {
      parameters: { query?: never; path: { applicationId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; granted: boolean; decider: string; reason: string; at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/closures/matrix': {
    get: {
      parameters: { query?: { area?: string; kind?: ("venue" | "gathering" | "line"); asOf?: string }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { at: string; townships: Array<{ division: string; name: string }>; cells: Array<{ township: string; class: ("ktv" | "bath" | "internet-cafe" | "bar" | "cinema" | "library" | "training" | "travel-agency" | "tourism" | "other-venue" | "banquet" | "fair" | "lantern-show" | "performance" | "other-gathering" | "coach" | "bus" | "taxi"); registered: number; should: number; closed: number; breaches: number; reopened: number }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/closures/orders': {
    get: {
      parameters: { query?: { state?: ("standing" | "review-due" | "over" | "all"); asOf?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; division: string; divisionName: string; classes: Array<("ktv" | "bath" | "internet-cafe" | "bar" | "cinema" | "library" | "training" | "travel-agency" | "tourism" | "other-venue" | "banquet" | "fair" | "lantern-show" | "performance" | "other-gathering" | "coach" | "bus" | "taxi")>; named: number; state: ("coming" | "in-force" | "ended" | "lifted"); startsAt: string; endsOn: string; until: string; overWhy: ("expired" | "document-ended" | "lifted"); reviewOn: string; isReviewDue: boolean; documentId: string; documentNo: string; documentTitle: string; authority: string; decider: string; basis: string; ground: string; appeal: string }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; division: string; classes?: Array<("ktv" | "bath" | "internet-cafe" | "bar" | "cinema" | "library" | "training" | "travel-agency" | "tourism" | "other-venue" | "banquet" | "fair" | "lantern-show" | "performance" | "other-gathering" | "coach" | "bus" | "taxi")>; subjectIds?: Array<string>; startsAt: string; documentId: string; authority: string; decider: string; basis: string; ground: string; endsOn: string; reviewOn: string; appeal: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/closures/orders/{orderId}': {
    get: {
      parameters: { query?: never; path: { orderId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { id: string; division: string; divisionName: string; classes: Array<("ktv" | "bath" | "internet-cafe" | "bar" | "cinema" | "library" | "training" | "travel-agency" | "tourism" | "other-venue" | "banquet" | "fair" | "lantern-show" | "performance" | "other-gathering" | "coach" | "bus" | "taxi")>; named: number; state: ("coming" | "in-force" | "ended" | "lifted"); startsAt: string; endsOn: string; until: string; overWhy: ("expired" | "document-ended" | "lifted"); reviewOn: string; isReviewDue: boolean; documentId: string; documentNo: string; documentTitle: string; authority: string; decider: string; basis: string; ground: string; appeal: string; acts: Array<{ type: ("decided" | "extended" | "reviewed" | "lifted"); id: string; at: string; by: string; documentNo: (string | null); endsOn: (string | null); why: (string | null) }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/closures/orders/{orderId}/extensions': {
    post: {
      parameters: { query?: never; path: { orderId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; decidedAt: string; documentId: string; authority: string; decider: string; basis: string; ground: string; endsOn: string; reviewOn: string; appeal: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/closures/orders/{orderId}/lifting': {
    post: {
      parameters: { query?: never; path: { orderId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; decider: string; why: string; at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/closures/orders/{orderId}/reviews': {
    post: {
      parameters: { query?: never; path: { orderId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; reviewer: string; at: string; nextOn: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/closures/public': {
    get: {
      parameters: { query: { county: string; area?: string; class?: ("ktv" | "bath" | "internet-cafe" | "bar" | "cinema" | "library" | "training" | "travel-agency" | "tourism" | "other-venue" | "banquet" | "fair" | "lantern-show" | "performance" | "other-gathering" | "coach" | "bus" | "taxi"); after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ name: string; kind: ("venue" | "gathering" | "line"); class: ("ktv" | "bath" | "internet-cafe" | "bar" | "cinema" | "library" | "training" | "travel-agency" | "tourism" | "other-venue" | "banquet" | "fair" | "lantern-show" | "performance" | "other-gathering" | "coach" | "bus" | "taxi"); divisionName: string; since: string; until: string; documentNo: string; authority: string; appeal: string }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/closures/subjects': {
    get: {
      parameters: { query?: { area?: string; kind?: ("venue" | "gathering" | "line"); class?: ("ktv" | "bath" | "internet-cafe" | "bar" | "cinema" | "library" | "training" | "travel-agency" | "tourism" | "other-venue" | "banquet" | "fair" | "lantern-show" | "performance" | "other-gathering" | "coach" | "bus" | "taxi"); state?: ("open" | "should-close" | "closed" | "breach" | "applied" | "inspected" | "reopened" | "held"); asOf?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; division: string; divisionName: string; kind: ("venue" | "gathering" | "line"); class: ("ktv" | "bath" | "internet-cafe" | "bar" | "cinema" | "library" | "training" | "travel-agency" | "tourism" | "other-venue" | "banquet" | "fair" | "lantern-show" | "performance" | "other-gathering" | "coach" | "bus" | "taxi"); name: string; address: string; heldFrom: (string | null); heldTo: (string | null); state: ("open" | "should-close" | "closed" | "breach" | "applied" | "inspected" | "reopened"); since: (string | null); until: (string | null); found: (("closed" | "open") | null); foundAt: (string | null); orderId: (string | null) }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; division: string; kind: ("venue" | "gathering" | "line"); class: ("ktv" | "bath" | "internet-cafe" | "bar" | "cinema" | "library" | "training" | "travel-agency" | "tourism" | "other-venue" | "banquet" | "fair" | "lantern-show" | "performance" | "other-gathering" | "coach" | "bus" | "taxi"); name: string; address?: string; heldFrom?: (string | null); heldTo?: (string | null); at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/closures/subjects/{subjectId}': {
    get: {
      parameters: { query?: { asOf?: string }; path: { subjectId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { id: string; division: string; divisionName: string; kind: ("venue" | "gathering" | "line"); class: ("ktv" | "bath" | "internet-cafe" | "bar" | "cinema" | "library" | "training" | "travel-agency" | "tourism" | "other-venue" | "banquet" | "fair" | "lantern-show" | "performance" | "other-gathering" | "coach" | "bus" | "taxi"); name: string; address: string; heldFrom: (string | null); heldTo: (string | null); state: ("open" | "should-close" | "closed" | "breach" | "applied" | "inspected" | "reopened"); since: (string | null); until: (string | null); found: (("closed" | "open") | null); foundAt: (string | null); orderId: (string | null); orders: Array<{ id: string; division: string; divisionName: string; classes: Array<("ktv" | "bath" | "internet-cafe" | "bar" | "cinema" | "library" | "training" | "travel-agency" | "tourism" | "other-venue" | "banquet" | "fair" | "lantern-show" | "performance" | "other-gathering" | "coach" | "bus" | "taxi")>; named: number; state: ("coming" | "in-force" | "ended" | "lifted"); startsAt: string; endsOn: string; until: string; overWhy: ("expired" | "document-ended" | "lifted"); reviewOn: string; isReviewDue: boolean; documentId: string; documentNo: string; documentTitle: string; authority: string; decider: string; basis: string; ground: string; appeal: string }>; openApplicationId: (string | null); openAppealId: (string | null); acts: Array<{ type: ("closing" | "inspected" | "applied" | "checked" | "decided" | "appealed" | "answered" | "over" | "gone"); id: string; at: string; by: (string | null); outcome: (string | null); words: (string | null); met: (Array<("ventilation" | "disinfection" | "masks" | "temperature" | "register" | "distance" | "staff" | "plan")> | null) }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/closures/subjects/{subjectId}/appeals': {
    post: {
      parameters: { query?: never; path: { subjectId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; orderId: string; letterNo: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/closures/subjects/{subjectId}/applications': {
    post: {
      parameters: { query?: never; path: { subjectId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/closures/subjects/{subjectId}/end': {
    post: {
      parameters: { query?: never; path: { subjectId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; why: ("gone" | "entered-wrongly"); at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/closures/subjects/{subjectId}/inspections': {
    post: {
      parameters: { query?: never; path: { subjectId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; found: ("closed" | "open"); action?: (("closed-on-the-spot" | "warned" | "handed-over") | null); inspector: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/closures/subjects/{subjectId}/notice': {
    get: {
      parameters: { query: { paper?: ("a4" | "a5"); language?: ("zh" | "en" | "both"); contact: string }; path: { subjectId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { subjectId: string; fileName: string; type: string; content: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/closures/subjects/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; division: string; kind: ("venue" | "gathering" | "line"); class: ("ktv" | "bath" | "internet-cafe" | "bar" | "cinema" | "library" | "training" | "travel-agency" | "tourism" | "other-venue" | "banquet" | "fair" | "lantern-show" | "performance" | "other-gathering" | "coach" | "bus" | "taxi"); name: string; address?: string; heldFrom?: (string | null); heldTo?: (string | null); at: string }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again") } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/daily-forms': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; figures: Array<("screened" | "fevers" | "fevers-open" | "fevers-excluded" | "turned-back" | "handed-to-medical" | "refused" | "vehicles" | "stations" | "turn-back-points" | "expressway-exits" | "townships" | "villages" | "communities" | "compounds" | "compounds-managed" | "compounds-unmanaged" | "compounds-three-no" | "from-hubei" | "from-wuhan" | "near-huanan-market" | "contacts-both" | "contacts-wuhan" | "from-elsewhere" | "comparisons" | "households-covered" | "households-uncovered" | "responsibility-posts" | "posts-vacant" | "group-leaders" | "volunteers" | "resident-cadres" | "household-cadres" | "posted-department" | "posted-community" | "three-on-one-teams" | "households-to-visit" | "households-visited" | "households-not-met" | "households-refused" | "isolated-home" | "isolated-central" | "isolation-ordered" | "isolation-released" | "readings-taken" | "readings-abnormal" | "living-in-sites" | "site-rooms" | "site-rooms-free" | "stock-protective-suits" | "stock-surgical-masks" | "stock-n95" | "stock-goggles" | "stock-disinfectant-84" | "stock-thermometer-guns" | "cover-protective-suits" | "cover-surgical-masks" | "cover-n95" | "cover-disinfectant-84" | "grain-outlets" | "outlets-grain" | "outlets-oil" | "supermarkets-grain" | "supermarkets-oil" | "reserve-rice" | "reserve-flour" | "reserve-oil" | "inspections" | "inspections-led" | "inspections-unannounced" | "inspection-findings" | "inspection-findings-passed" | "inspection-findings-standing" | "inspection-findings-overdue" | "fevers-elsewhere" | "fevers-elsewhere-excluded" | "suspected-now" | "suspected" | "confirmed" | "asymptomatic" | "orders-issued" | "public-notices-issued" | "work-letters-issued" | "circulars-issued" | "tasks-given" | "tasks-done" | "tasks-late" | "tasks-silent" | "special-groups" | "task-forces" | "venues-to-close" | "venues-closed" | "venues-in-breach" | "gatherings-called-off" | "lines-suspended" | "funds-appropriated" | "funds-donated" | "funds-available" | "funds-committed" | "funds-paid" | "rumours-found" | "rumours-items" | "rumours-answered" | "rumours-answered-in-time" | "rumours-open" | "rumours-past-five-hours" | "leaflets" | "publicity-pieces" | "legal-notices" | "rumours-answered-publicly" | "villages-heard" | "plays" | "plays-missed")>; due: string; fromOn: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/daily-report-steps': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { items: Array<{ id: string; dailyId: string; step: ("returned" | "accepted"); note?: (string | null) }> } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { kept: number; again: number } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/daily-reports': {
    get: {
      parameters: { query?: { area?: string; day?: string; asOf?: string }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { area: string; day: string; asOf: string; form: ({ id: string; figures: Array<string>; due: string } | null); states: Record<string, number>; townships: Array<{ division: string; states: Record<string, number>; said: Array<{ figure: string; value: (number | null); missing: number; counted: (number | null) }> }>; villages: Array<{ division: string; state: ("not-due" | "due" | "late" | "zero" | "submitted" | "returned" | "accepted"); late: boolean; dailyId: (string | null); receivedAt: (string | null); note: (string | null); said: Array<{ figure: string; value: (number | null); counted: (number | null) }> }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; division: string; day: string; counted: Array<{ figure: ("screened" | "fevers" | "fevers-open" | "fevers-excluded" | "turned-back" | "handed-to-medical" | "refused" | "vehicles" | "stations" | "turn-back-points" | "expressway-exits" | "townships" | "villages" | "communities" | "compounds" | "compounds-managed" | "compounds-unmanaged" | "compounds-three-no" | "from-hubei" | "from-wuhan" | "near-huanan-market" | "contacts-both" | "contacts-wuhan" | "from-elsewhere" | "comparisons" | "households-covered" | "households-uncovered" | "responsibility-posts" | "posts-vacant" | "group-leaders" | "volunteers" | "resident-cadres" | "household-cadres" | "posted-department" | "posted-community" | "three-on-one-teams" | "households-to-visit" | "households-visited" | "households-not-met" | "households-refused" | "isolated-home" | "isolated-central" | "isolation-ordered" | "isolation-released" | "readings-taken" | "readings-abnormal" | "living-in-sites" | "site-rooms" | "site-rooms-free" | "stock-protective-suits" | "stock-surgical-masks" | "stock-n95" | "stock-goggles" | "stock-disinfectant-84" | "stock-thermometer-guns" | "cover-protective-suits" | "cover-surgical-masks" | "cover-n95" | "cover-disinfectant-84" | "grain-outlets" | "outlets-grain" | "outlets-oil" | "supermarkets-grain" | "supermarkets-oil" | "reserve-rice" | "reserve-flour" | "reserve-oil" | "inspections" | "inspections-led" | "inspections-unannounced" | "inspection-findings" | "inspection-findings-passed" | "inspection-findings-standing" | "inspection-findings-overdue" | "fevers-elsewhere" | "fevers-elsewhere-excluded" | "suspected-now" | "suspected" | "confirmed" | "asymptomatic" | "orders-issued" | "public-notices-issued" | "work-letters-issued" | "circulars-issued" | "tasks-given" | "tasks-done" | "tasks-late" | "tasks-silent" | "special-groups" | "task-forces" | "venues-to-close" | "venues-closed" | "venues-in-breach" | "gatherings-called-off" | "lines-suspended" | "funds-appropriated" | "funds-donated" | "funds-available" | "funds-committed" | "funds-paid" | "rumours-found" | "rumours-items" | "rumours-answered" | "rumours-answered-in-time" | "rumours-open" | "rumours-past-five-hours" | "leaflets" | "publicity-pieces" | "legal-notices" | "rumours-answered-publicly" | "villages-heard" | "plays" | "plays-missed"); value: (number | null) }>; note?: (string | null); recordedAt: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/daily-reports/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; division: string; day: string; counted: Array<{ figure: ("screened" | "fevers" | "fevers-open" | "fevers-excluded" | "turned-back" | "handed-to-medical" | "refused" | "vehicles" | "stations" | "turn-back-points" | "expressway-exits" | "townships" | "villages" | "communities" | "compounds" | "compounds-managed" | "compounds-unmanaged" | "compounds-three-no" | "from-hubei" | "from-wuhan" | "near-huanan-market" | "contacts-both" | "contacts-wuhan" | "from-elsewhere" | "comparisons" | "households-covered" | "households-uncovered" | "responsibility-posts" | "posts-vacant" | "group-leaders" | "volunteers" | "resident-cadres" | "household-cadres" | "posted-department" | "posted-community" | "three-on-one-teams" | "households-to-visit" | "households-visited" | "households-not-met" | "households-refused" | "isolated-home" | "isolated-central" | "isolation-ordered" | "isolation-released" | "readings-taken" | "readings-abnormal" | "living-in-sites" | "site-rooms" | "site-rooms-free" | "stock-protective-suits" | "stock-surgical-masks" | "stock-n95" | "stock-goggles" | "stock-disinfectant-84" | "stock-thermometer-guns" | "cover-protective-suits" | "cover-surgical-masks" | "cover-n95" | "cover-disinfectant-84" | "grain-outlets" | "outlets-grain" | "outlets-oil" | "supermarkets-grain" | "supermarkets-oil" | "reserve-rice" | "reserve-flour" | "reserve-oil" | "inspections" | "inspections-led" | "inspections-unannounced" | "inspection-findings" | "inspection-findings-passed" | "inspection-findings-standing" | "inspection-findings-overdue" | "fevers-elsewhere" | "fevers-elsewhere-excluded" | "suspected-now" | "suspected" | "confirmed" | "asymptomatic" | "orders-issued" | "public-notices-issued" | "work-letters-issued" | "circulars-issued" | "tasks-given" | "tasks-done" | "tasks-late" | "tasks-silent" | "special-groups" | "task-forces" | "venues-to-close" | "venues-closed" | "venues-in-breach" | "gatherings-called-off" | "lines-suspended" | "funds-appropriated" | "funds-donated" | "funds-available" | "funds-committed" | "funds-paid" | "rumours-found" | "rumours-items" | "rumours-answered" | "rumours-answered-in-time" | "rumours-open" | "rumours-past-five-hours" | "leaflets" | "publicity-pieces" | "legal-notices" | "rumours-answered-publicly" | "villages-heard" | "plays" | "plays-missed"); value: (number | null) }>; note?: (string | null); recordedAt: string }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again") } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/decisions': {
    get: {
      parameters: { query?: { documentId?: string; corrected?: string; asOf?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; division: string; post: string; seat: (string | null); decidedAt: string; receivedAt: string; decision: string; grounds: string; document: ({ id: string; number: string; title: string } | null); figures: Array<{ figure: ("screened" | "fevers" | "fevers-open" | "fevers-excluded" | "turned-back" | "handed-to-medical" | "refused" | "vehicles" | "stations" | "turn-back-points" | "expressway-exits" | "townships" | "villages" | "communities" | "compounds" | "compounds-managed" | "compounds-unmanaged" | "compounds-three-no" | "from-hubei" | "from-wuhan" | "near-huanan-market" | "contacts-both" | "contacts-wuhan" | "from-elsewhere" | "comparisons" | "households-covered" | "households-uncovered" | "responsibility-posts" | "posts-vacant" | "group-leaders" | "volunteers" | "resident-cadres" | "household-cadres" | "posted-department" | "posted-community" | "three-on-one-teams" | "households-to-visit" | "households-visited" | "households-not-met" | "households-refused" | "isolated-home" | "isolated-central" | "isolation-ordered" | "isolation-released" | "readings-taken" | "readings-abnormal" | "living-in-sites" | "site-rooms" | "site-rooms-free" | "stock-protective-suits" | "stock-surgical-masks" | "stock-n95" | "stock-goggles" | "stock-disinfectant-84" | "stock-thermometer-guns" | "cover-protective-suits" | "cover-surgical-masks" | "cover-n95" | "cover-disinfectant-84" | "grain-outlets" | "outlets-grain" | "outlets-oil" | "supermarkets-grain" | "supermarkets-oil" | "reserve-rice" | "reserve-flour" | "reserve-oil" | "inspections" | "inspections-led" | "inspections-unannounced" | "inspection-findings" | "inspection-findings-passed" | "inspection-findings-standing" | "inspection-findings-overdue" | "fevers-elsewhere" | "fevers-elsewhere-excluded" | "suspected-now" | "suspected" | "confirmed" | "asymptomatic" | "orders-issued" | "public-notices-issued" | "work-letters-issued" | "circulars-issued" | "tasks-given" | "tasks-done" | "tasks-late" | "tasks-silent" | "special-groups" | "task-forces" | "venues-to-close" | "venues-closed" | "venues-in-breach" | "gatherings-called-off" | "lines-suspended" | "funds-appropriated" | "funds-donated" | "funds-available" | "funds-committed" | "funds-paid" | "rumours-found" | "rumours-items" | "rumours-answered" | "rumours-answered-in-time" | "rumours-open" | "rumours-past-five-hours" | "leaflets" | "publicity-pieces" | "legal-notices" | "rumours-answered-publicly" | "villages-heard" | "plays" | "plays-missed"); area: string; asOf: string; version: number; value: (number | null) }>; corrects: (string | null); why: (string | null); correctedBy: (string | null) }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; division: string; post: string; decidedAt: string; decision: string; grounds: string; documentId?: (string | null); figures?: Array<{ figure: ("screened" | "fevers" | "fevers-open" | "fevers-excluded" | "turned-back" | "handed-to-medical" | "refused" | "vehicles" | "stations" | "turn-back-points" | "expressway-exits" | "townships" | "villages" | "communities" | "compounds" | "compounds-managed" | "compounds-unmanaged" | "compounds-three-no" | "from-hubei" | "from-wuhan" | "near-huanan-market" | "contacts-both" | "contacts-wuhan" | "from-elsewhere" | "comparisons" | "households-covered" | "households-uncovered" | "responsibility-posts" | "posts-vacant" | "group-leaders" | "volunteers" | "resident-cadres" | "household-cadres" | "posted-department" | "posted-community" | "three-on-one-teams" | "households-to-visit" | "households-visited" | "households-not-met" | "households-refused" | "isolated-home" | "isolated-central" | "isolation-ordered" | "isolation-released" | "readings-taken" | "readings-abnormal" | "living-in-sites" | "site-rooms" | "site-rooms-free" | "stock-protective-suits" | "stock-surgical-masks" | "stock-n95" | "stock-goggles" | "stock-disinfectant-84" | "stock-thermometer-guns" | "cover-protective-suits" | "cover-surgical-masks" | "cover-n95" | "cover-disinfectant-84" | "grain-outlets" | "outlets-grain" | "outlets-oil" | "supermarkets-grain" | "supermarkets-oil" | "reserve-rice" | "reserve-flour" | "reserve-oil" | "inspections" | "inspections-led" | "inspections-unannounced" | "inspection-findings" | "inspection-findings-passed" | "inspection-findings-standing" | "inspection-findings-overdue" | "fevers-elsewhere" | "fevers-elsewhere-excluded" | "suspected-now" | "suspected" | "confirmed" | "asymptomatic" | "orders-issued" | "public-notices-issued" | "work-letters-issued" | "circulars-issued" | "tasks-given" | "tasks-done" | "tasks-late" | "tasks-silent" | "special-groups" | "task-forces" | "venues-to-close" | "venues-closed" | "venues-in-breach" | "gatherings-called-off" | "lines-suspended" | "funds-appropriated" | "funds-donated" | "funds-available" | "funds-committed" | "funds-paid" | "rumours-found" | "rumours-items" | "rumours-answered" | "rumours-answered-in-time" | "rumours-open" | "rumours-past-five-hours" | "leaflets" | "publicity-pieces" | "legal-notices" | "rumours-answered-publicly" | "villages-heard" | "plays" | "plays-missed"); area: string; asOf: string }>; corrects?: (string | null); why?: (string | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again"); figures: Array<{ figure: ("screened" | "fevers" | "fevers-open" | "fevers-excluded" | "turned-back" | "handed-to-medical" | "refused" | "vehicles" | "stations" | "turn-back-points" | "expressway-exits" | "townships" | "villages" | "communities" | "compounds" | "compounds-managed" | "compounds-unmanaged" | "compounds-three-no" | "from-hubei" | "from-wuhan" | "near-huanan-market" | "contacts-both" | "contacts-wuhan" | "from-elsewhere" | "comparisons" | "households-covered" | "households-uncovered" | "responsibility-posts" | "posts-vacant" | "group-leaders" | "volunteers" | "resident-cadres" | "household-cadres" | "posted-department" | "posted-community" | "three-on-one-teams" | "households-to-visit" | "households-visited" | "households-not-met" | "households-refused" | "isolated-home" | "isolated-central" | "isolation-ordered" | "isolation-released" | "readings-taken" | "readings-abnormal" | "living-in-sites" | "site-rooms" | "site-rooms-free" | "stock-protective-suits" | "stock-surgical-masks" | "stock-n95" | "stock-goggles" | "stock-disinfectant-84" | "stock-thermometer-guns" | "cover-protective-suits" | "cover-surgical-masks" | "cover-n95" | "cover-disinfectant-84" | "grain-outlets" | "outlets-grain" | "outlets-oil" | "supermarkets-grain" | "supermarkets-oil" | "reserve-rice" | "reserve-flour" | "reserve-oil" | "inspections" | "inspections-led" | "inspections-unannounced" | "inspection-findings" | "inspection-findings-passed" | "inspection-findings-standing" | "inspection-findings-overdue" | "fevers-elsewhere" | "fevers-elsewhere-excluded" | "suspected-now" | "suspected" | "confirmed" | "asymptomatic" | "orders-issued" | "public-notices-issued" | "work-letters-issued" | "circulars-issued" | "tasks-given" | "tasks-done" | "tasks-late" | "tasks-silent" | "special-groups" | "task-forces" | "venues-to-close" | "venues-closed" | "venues-in-breach" | "gatherings-called-off" | "lines-suspended" | "funds-appropriated" | "funds-donated" | "funds-available" | "funds-committed" | "funds-paid" | "rumours-found" | "rumours-items" | "rumours-answered" | "rumours-answered-in-time" | "rumours-open" | "rumours-past-five-hours" | "leaflets" | "publicity-pieces" | "legal-notices" | "rumours-answered-publicly" | "villages-heard" | "plays" | "plays-missed"); area: string; asOf: string; version: number; value: (number | null) }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/dispatches': {
    get: {
      parameters: { query?: { pieceId?: string; channelId?: string; state?: ("all" | "waiting" | "produced" | "delivered" | "failed"); after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; pieceId: string; title: string; edition: number; channelId: string; channel: string; kind: ("board" | "rss" | "atom" | "cap" | "email" | "webhook" | "wechat" | "radio" | "television" | "print" | "loudspeakers" | "emergency-broadcast"); what: ("publish" | "update" | "cancel"); at: string; state: ("waiting" | "produced" | "delivered" | "failed"); tries: number; reason: (string | null); note: (string | null); doneAt: (string | null); sha256: (string | null) }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/dispatches/{dispatchId}/confirmation': {
    post: {
      parameters: { query?: never; path: { dispatchId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; note?: (string | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/dispatches/{dispatchId}/file': {
    get: {
      parameters: { query?: never; path: { dispatchId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { fileName: string; type: string; content: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/dispatches/{dispatchId}/retry': {
    post: {
      parameters: { query?: never; path: { dispatchId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/document-attachments/{attachmentId}': {
    get: {
      parameters: { query?: never; path: { attachmentId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { fileName: string; type: string; content: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/document-attachments/{attachmentId}/void': {
    post: {
      parameters: { query?: never; path: { attachmentId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; why: ("wrong-paper" | "personal-data" | "unreadable" | "twice") } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/document-checks': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { seriesId: string; documentId?: (string | null); content: { title: string; to?: Array<string>; body?: Array<{ level: number; text: string }>; attachments?: Array<{ id: string; title: string }>; copies?: Array<string>; secrecy?: (("秘密" | "机密" | "绝密") | null); urgency?: (("加急" | "特急") | null); sealed?: boolean; note?: (string | null); printedBy?: (string | null); supersedes?: Array<string> } } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { remarks: Array<{ code: string; weight: ("stop" | "advice"); path: string; zh: string; en: string }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/document-previews': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { seriesId: string; documentId?: (string | null); content: { title: string; to?: Array<string>; body?: Array<{ level: number; text: string }>; attachments?: Array<{ id: string; title: string }>; copies?: Array<string>; secrecy?: (("秘密" | "机密" | "绝密") | null); urgency?: (("加急" | "特急") | null); sealed?: boolean; note?: (string | null); printedBy?: (string | null); supersedes?: Array<string> } } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { picture: string; remarks: Array<{ code: string; weight: ("stop" | "advice"); path: string; zh: string; en: string }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/document-series': {
    get: {
      parameters: { query?: { after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; division: string; code: string; kind: ("resolution" | "decision" | "command" | "communique" | "announcement" | "notice" | "opinion" | "circular" | "bulletin" | "report" | "request" | "reply" | "bill" | "letter" | "minutes" | "directive" | "work-letter" | "open-letter" | "proposal"); authority: string; mark: string; form: ("standard" | "letter" | "order" | "minutes"); nextNumber: string }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; division: string; code: string; kind: ("resolution" | "decision" | "command" | "communique" | "announcement" | "notice" | "opinion" | "circular" | "bulletin" | "report" | "request" | "reply" | "bill" | "letter" | "minutes" | "directive" | "work-letter" | "open-letter" | "proposal"); authority: string; mark?: (string | null); form?: ("standard" | "letter" | "order" | "minutes"); firstYear: number; firstSerial?: number } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/documents': {
    get: {
      parameters: { query?: { state?: ("open" | "standing" | "over" | "all"); kind?: ("resolution" | "decision" | "command" | "communique" | "announcement" | "notice" | "opinion" | "circular" | "bulletin" | "report" | "request" | "reply" | "bill" | "letter" | "minutes" | "directive" | "work-letter" | "open-letter" | "proposal"); seriesId?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; division: string; seriesId: string; kind: ("resolution" | "decision" | "command" | "communique" | "announcement" | "notice" | "opinion" | "circular" | "bulletin" | "report" | "request" | "reply" | "bill" | "letter" | "minutes" | "directive" | "work-letter" | "open-letter" | "proposal"); authority: string; title: string; number: (string | null); state: ("drafting" | "submitted" | "returned" | "passed" | "signed" | "abandoned" | "issued" | "withdrawn" | "superseded"); issuedAt: (string | null); endedAt: (string | null); receivedAt: string }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; seriesId: string; versionId: string; content: { title: string; to?: Array<string>; body?: Array<{ level: number; text: string }>; attachments?: Array<{ id: string; title: string }>; copies?: Array<string>; secrecy?: (("秘密" | "机密" | "绝密") | null); urgency?: (("加急" | "特急") | null); sealed?: boolean; note?: (string | null); printedBy?: (string | null); supersedes?: Array<string> } } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; nth: number; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/documents/{documentId}': {
    get: {
      parameters: { query?: never; path: { documentId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { id: string; division: string; seriesId: string; kind: ("resolution" | "decision" | "command" | "communique" | "announcement" | "notice" | "opinion" | "circular" | "bulletin" | "report" | "request" | "reply" | "bill" | "letter" | "minutes" | "directive" | "work-letter" | "open-letter" | "proposal"); authority: string; title: string; number: (string | null); state: ("drafting" | "submitted" | "returned" | "passed" | "signed" | "abandoned" | "issued" | "withdrawn" | "superseded"); issuedAt: (string | null); endedAt: (string | null); receivedAt: string; form: ("standard" | "letter" | "order" | "minutes"); mark: string; versionId: (string | null); version: (number | null); content: { title: string; to: Array<string>; body: Array<{ level: number; text: string }>; attachments: Array<{ id: string; title: string }>; copies: Array<string>; secrecy: (("秘密" | "机密" | "绝密") | null); urgency: (("加急" | "特急") | null); sealed: boolean; note: (string | null); printedBy: (string | null); supersedes: Array<string> }; sha256: (string | null); signedPost: (string | null); why: (string | null); endedBy: ({ id: string; number: string } | null); steps: Array<{ step: ("submitted" | "returned" | "passed" | "signed" | "abandoned"); version: number; post: (string | null); note: (string | null); at: string; mine: boolean }>; files: Array<{ id: string; fileName: string; type: string; size: number; sha256: string; void: ({ at: string; why: ("wrong-paper" | "personal-data" | "unreadable" | "twice"); by: (string | null) } | null); mayVoid: boolean }>; remarks: Array<{ code: string; weight: ("stop" | "advice"); path: string; zh: string; en: string }>; next: Array<("submitted" | "returned" | "passed" | "signed" | "abandoned" | "revised" | "issued" | "withdrawn")> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/documents/{documentId}/attachments': {
    post: {
      parameters: { query?: never; path: { documentId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; fileName: string; type: ("application/pdf" | "image/png" | "image/jpeg" | "text/csv" | "application/vnd.openxmlformats-officedocument.wordprocessingml.document" | "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"); content: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; sha256: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/documents/{documentId}/chain': {
    get: {
      parameters: { query?: { measureId?: string; area?: string; asOf?: string; after?: string; limit?: number }; path: { documentId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { asOf: string; documentId: string; number: string; title: string; documentState: ("issued" | "withdrawn" | "superseded"); measureId: (string | null); measureTitle: (string | null); counts: Record<string, number>; townships: Array<{ division: string; name: string; state: (("silent" | "late" | "returned" | "not-received" | "received" | "read" | "doing" | "done" | "ended" | "reassigned") | null); counts: Record<string, number>; below: Record<string, number>; cells: Array<{ division: string; name: string; state: (("silent" | "late" | "returned" | "not-received" | "received" | "read" | "doing" | "done" | "ended" | "reassigned") | null); counts: Record<string, number> }> }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/documents/{documentId}/issue': {
    post: {
      parameters: { query?: never; path: { documentId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; issuedAt: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; number: string; serial: number; sha256: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/documents/{documentId}/measures': {
    post: {
      parameters: { query?: never; path: { documentId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { measures: Array<{ id: string; point?: (number | null); title: string; details?: (string | null); asks?: { words?: boolean; count?: (string | null); photo?: boolean } }> } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { fresh: number; again: number } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/documents/{documentId}/print': {
    get: {
      parameters: { query?: { format?: ("pdf" | "docx" | "svg") }; path: { documentId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { fileName: string; type: string; content: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/documents/{documentId}/steps': {
    post: {
      parameters: { query?: never; path: { documentId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; versionId: string; step: ("submitted" | "returned" | "passed" | "signed" | "abandoned"); post?: (string | null); note?: (string | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; state: ("drafting" | "submitted" | "returned" | "passed" | "signed" | "abandoned" | "issued" | "withdrawn" | "superseded"); arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/documents/{documentId}/tasks': {
    post: {
      parameters: { query?: never; path: { documentId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; measureId?: (string | null); targets: ({ to: "townships" } | { to: "villages" } | { to: "communities" } | { to: "everywhere" } | { to: "places"; divisions: Array<string> } | { to: "posts"; postIds: Array<string> } | { to: "role"; role: ("county-desk" | "data-verifier" | "township-officer" | "village-cadre" | "checkpoint-shift" | "isolation-staff" | "supplies-keeper" | "publicity-editor" | "auditor" | "administrator"); divisions: Array<string> }); at: string; receiptBy: string; dueAt: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again"); given: number; before: number } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/documents/{documentId}/versions': {
    post: {
      parameters: { query?: never; path: { documentId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; onVersion: string; content: { title: string; to?: Array<string>; body?: Array<{ level: number; text: string }>; attachments?: Array<{ id: string; title: string }>; copies?: Array<string>; secrecy?: (("秘密" | "机密" | "绝密") | null); urgency?: (("加急" | "特急") | null); sealed?: boolean; note?: (string | null); printedBy?: (string | null); supersedes?: Array<string> } } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; nth: number; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/documents/{documentId}/withdrawal': {
    post: {
      parameters: { query?: never; path: { documentId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; why: string; byDocument?: (string | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/drills/ground': {
    get: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { asOf: string; townships: Array<{ code: string; name: string; residents: number; villages: number }>; rooms: number; freeRooms: number; teams: number; goods: Array<{ id: string; name: string; unit: string; inStore: number; perObserved: (number | null) }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/duties/{dutyId}/cancel': {
    post: {
      parameters: { query?: never; path: { dutyId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; note: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/duties/{dutyId}/notes': {
    post: {
      parameters: { query?: never; path: { dutyId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; note: string; at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/epidemiology/curve': {
    get: {
      parameters: { query?: { area?: string; disease?: string; asOf?: string; by?: ("onset" | "found") }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { asOf: string; by: ("onset" | "found"); days: Array<{ day: string; status: ("suspected" | "confirmed" | "asymptomatic"); cases: number }>; withoutOnset: Array<{ status: ("suspected" | "confirmed" | "asymptomatic"); cases: number }>; stands: Array<{ status: ("fever" | "suspected" | "confirmed" | "asymptomatic" | "excluded"); cases: number }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/epidemiology/delays': {
    get: {
      parameters: { query?: { area?: string; disease?: string; asOf?: string; suspected?: string }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { asOf: string; incubation: { n: number; fewest: number; estimates: Array<{ family: ("gamma" | "lognormal" | "weibull" | "normal"); n: number; mean: number; low: (number | null); high: (number | null); sd: number; median: number; p95: number; aic: number }>; throughOthers: Array<{ rate: number; mean: number; low: (number | null); high: (number | null); generation: number }> }; serialInterval: { n: number; fewest: number; estimates: Array<{ family: ("gamma" | "lognormal" | "weibull" | "normal"); n: number; mean: number; low: (number | null); high: (number | null); sd: number; median: number; p95: number; aic: number }> } } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/epidemiology/reproduction': {
    get: {
      parameters: { query?: { area?: string; disease?: string; asOf?: string; suspected?: string }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { asOf: string; windowDays: number; fewest: number; interval: ({ meanDays: number; sdDays: number; from: ("pairs" | "profile") } | null); pairs: number; fewestPairs: number; cases: number; imported: number; withoutOnset: number; unsettledFrom: (string | null); delayDays: (number | null); days: Array<{ day: string; local: number; imported: number; inWindow: number; found: ({ mean: number; median: number; low: number; high: number } | null); why: (("too-early" | "too-few") | null) }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/epidemiology/tree': {
    get: {
      parameters: { query?: { area?: string; disease?: string; asOf?: string }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { asOf: string; cases: Array<{ id: string; division: string; status: ("fever" | "suspected" | "confirmed" | "asymptomatic" | "excluded"); day: string; onset: boolean; setting: (("household" | "caregiver" | "aerosol-procedure" | "same-ward" | "same-room" | "shared-meal" | "shared-utensils" | "secretions" | "visiting" | "same-vehicle" | "judgement" | "other" | "affected-area" | "unknown") | null) }>; links: Array<{ source: string; target: string; setting: ("household" | "caregiver" | "aerosol-procedure" | "same-ward" | "same-room" | "shared-meal" | "shared-utensils" | "secretions" | "visiting" | "same-vehicle" | "judgement" | "other" | "affected-area" | "unknown"); certainty: ("high" | "moderate" | "low"); metFrom: (string | null); metTill: (string | null); days: (number | null) }>; more: boolean } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/exchange/exports': {
    get: {
      parameters: { query?: { after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; kind: ("roster" | "households" | "line-list"); division: string; state: ("waiting" | "running" | "ready" | "downloaded" | "cancelled" | "refused" | "expired"); fields: Array<("name" | "document" | "phone" | "address")>; purpose: string; ground: string; lineList: ({ category: string; asOf: string } | null); askedBy: string; askedAt: string; expiresAt: string; rows: number; rowsRead: number; needsSecond: boolean; bytes: (number | null); pieces: (number | null); decidedBy: (string | null); decidedAt: (string | null); endedAt: (string | null); mayDecide: boolean; mayDownload: boolean; mayCancel: boolean }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; kind?: ("roster" | "households" | "line-list"); division: string; fields: Array<("name" | "document" | "phone" | "address")>; purpose: ("checkpoint-screening" | "fever-hand-over" | "contact-tracing" | "home-visit" | "isolation-care" | "agency-list-check" | "supervision" | "resident-request"); ground: string; lineList?: ({ category: string; asOf: string } | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; kind: ("roster" | "households" | "line-list"); division: string; state: ("waiting" | "running" | "ready" | "downloaded" | "cancelled" | "refused" | "expired"); fields: Array<("name" | "document" | "phone" | "address")>; purpose: string; ground: string; lineList: ({ category: string; asOf: string } | null); askedBy: string; askedAt: string; expiresAt: string; rows: number; rowsRead: number; needsSecond: boolean; bytes: (number | null); pieces: (number | null); decidedBy: (string | null); decidedAt: (string | null); endedAt: (string | null); mayDecide: boolean; mayDownload: boolean; mayCancel: boolean } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/exchange/exports/{exportId}': {
    get: {
      parameters: { query?: never; path: { exportId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { id: string; kind: ("roster" | "households" | "line-list"); division: string; state: ("waiting" | "running" | "ready" | "downloaded" | "cancelled" | "refused" | "expired"); fields: Array<("name" | "document" | "phone" | "address")>; purpose: string; ground: string; lineList: ({ category: string; asOf: string } | null); askedBy: string; askedAt: string; expiresAt: string; rows: number; rowsRead: number; needsSecond: boolean; bytes: (number | null); pieces: (number | null); decidedBy: (string | null); decidedAt: (string | null); endedAt: (string | null); mayDecide: boolean; mayDownload: boolean; mayCancel: boolean } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/exchange/exports/{exportId}/cancel': {
    post: {
      parameters: { query?: never; path: { exportId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; kind: ("roster" | "households" | "line-list"); division: string; state: ("waiting" | "running" | "ready" | "downloaded" | "cancelled" | "refused" | "expired"); fields: Array<("name" | "document" | "phone" | "address")>; purpose: string; ground: string; lineList: ({ category: string; asOf: string } | null); askedBy: string; askedAt: string; expiresAt: string; rows: number; rowsRead: number; needsSecond: boolean; bytes: (number | null); pieces: (number | null); decidedBy: (string | null); decidedAt: (string | null); endedAt: (string | null); mayDecide: boolean; mayDownload: boolean; mayCancel: boolean } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/exchange/exports/{exportId}/decision': {
    post: {
      parameters: { query?: never; path: { exportId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { decision: ("approved" | "refused") } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; kind: ("roster" | "households" | "line-list"); division: string; state: ("waiting" | "running" | "ready" | "downloaded" | "cancelled" | "refused" | "expired"); fields: Array<("name" | "document" | "phone" | "address")>; purpose: string; ground: string; lineList: ({ category: string; asOf: string } | null); askedBy: string; askedAt: string; expiresAt: string; rows: number; rowsRead: number; needsSecond: boolean; bytes: (number | null); pieces: (number | null); decidedBy: (string | null); decidedAt: (string | null); endedAt: (string | null); mayDecide: boolean; mayDownload: boolean; mayCancel: boolean } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/exchange/exports/{exportId}/download': {
    post: {
      parameters: { query?: never; path: { exportId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { piece?: number } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { fileName: string; type: string; piece: number; pieces: number; content: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/exchange/template': {
    get: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { fileName: string; type: string; content: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/exchange/workbooks': {
    get: {
      parameters: { query?: { after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; division: string; state: ("previewing" | "previewed" | "applying" | "applied" | "destroyed"); bytes: number; accounts: number; parts: number; done: number; receivedAt: string; expiresAt: string; orderedAt: (string | null); destroyedAt: (string | null); preview: Array<{ sheet: ("divisions" | "posts" | "households" | "people"); read: number; new: number; changed: number; same: number; conflict: number; rejected: number; blank: number }>; applied: Array<{ sheet: ("divisions" | "posts" | "households" | "people"); read: number; new: number; changed: number; same: number; conflict: number; rejected: number; blank: number }> }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; file: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; division: string; state: ("previewing" | "previewed" | "applying" | "applied" | "destroyed"); bytes: number; accounts: number; parts: number; done: number; receivedAt: string; expiresAt: string; orderedAt: (string | null); destroyedAt: (string | null); preview: Array<{ sheet: ("divisions" | "posts" | "households" | "people"); read: number; new: number; changed: number; same: number; conflict: number; rejected: number; blank: number }>; applied: Array<{ sheet: ("divisions" | "posts" | "households" | "people"); read: number; new: number; changed: number; same: number; conflict: number; rejected: number; blank: number }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/exchange/workbooks/{workbookId}': {
    get: {
      parameters: { query?: never; path: { workbookId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { id: string; division: string; state: ("previewing" | "previewed" | "applying" | "applied" | "destroyed"); bytes: number; accounts: number; parts: number; done: number; receivedAt: string; expiresAt: string; orderedAt: (string | null); destroyedAt: (string | null); preview: Array<{ sheet: ("divisions" | "posts" | "households" | "people"); read: number; new: number; changed: number; same: number; conflict: number; rejected: number; blank: number }>; applied: Array<{ sheet: ("divisions" | "posts" | "households" | "people"); read: number; new: number; changed: number; same: number; conflict: number; rejected: number; blank: number }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/exchange/workbooks/{workbookId}/apply': {
    post: {
      parameters: { query?: never; path: { workbookId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; division: string; state: ("previewing" | "previewed" | "applying" | "applied" | "destroyed"); bytes: number; accounts: number; parts: number; done: number; receivedAt: string; expiresAt: string; orderedAt: (string | null); destroyedAt: (string | null); preview: Array<{ sheet: ("divisions" | "posts" | "households" | "people"); read: number; new: number; changed: number; same: number; conflict: number; rejected: number; blank: number }>; applied: Array<{ sheet: ("divisions" | "posts" | "households" | "people"); read: number; new: number; changed: number; same: number; conflict: number; rejected: number; blank: number }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/exchange/workbooks/{workbookId}/discard': {
    post: {
      parameters: { query?: never; path: { workbookId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; division: string; state: ("previewing" | "previewed" | "applying" | "applied" | "destroyed"); bytes: number; accounts: number; parts: number; done: number; receivedAt: string; expiresAt: string; orderedAt: (string | null); destroyedAt: (string | null); preview: Array<{ sheet: ("divisions" | "posts" | "households" | "people"); read: number; new: number; changed: number; same: number; conflict: number; rejected: number; blank: number }>; applied: Array<{ sheet: ("divisions" | "posts" | "households" | "people"); read: number; new: number; changed: number; same: number; conflict: number; rejected: number; blank: number }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/exchange/workbooks/{workbookId}/findings': {
    get: {
      parameters: { query?: { pass?: ("preview" | "apply"); after?: string; limit?: number }; path: { workbookId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ sheet: ("divisions" | "posts" | "households" | "people"); sheetName: { zh: string; en: string }; row: number; column: string; outcome: ("changed" | "conflict" | "rejected"); zh: string; en: string }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/exposures/clusters': {
    get: {
      parameters: { query?: { area?: string; asOf?: string; disease?: string }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { asOf: string; profile: string; rules: Array<{ cases: number; days: number; scope: string }>; items: Array<{ scope: string; division: (string | null); firstOnset: string; lastOnset: string; cases: number; persons: Array<{ id: string; visible: boolean; division: (string | null); synthetic: boolean; name: (string | null); documentKind: (("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none") | null); document: (string | null); phone: (string | null); plate: (string | null); hasAddress: boolean }> }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/exposures/contacts': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; division: string; recordedAt: string; person: ({ personId: string } | { id: string; name?: (string | null); document?: ({ kind: ("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none"); number: string } | null); phone?: (string | null) }); learnedFrom?: ("self" | "contact" | "visit" | "agency-list" | "checkpoint" | "document" | "import" | "other"); corrects?: (string | null); why?: (string | null); voided?: boolean; with: ({ personId: string } | { gatheringId: string }); firstAt: string; firstEstimated?: boolean; lastAt: string; lastEstimated?: boolean; kind: ("household" | "caregiver" | "aerosol-procedure" | "same-ward" | "same-room" | "shared-meal" | "shared-utensils" | "secretions" | "visiting" | "same-vehicle" | "judgement" | "other"); relation?: ("family" | "friend" | "colleague" | "classmate" | "health-worker" | "neighbour" | "other" | "unknown"); protection?: ("none" | "partial" | "full" | "unknown"); duration?: ("under-5-minutes" | "5-15-minutes" | "15-60-minutes" | "1-4-hours" | "over-4-hours" | "unknown"); certainty?: ("low" | "medium" | "high") } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; personId: string; arrival: ("new" | "again"); receivedAt: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/exposures/contacts/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; division: string; recordedAt: string; person: ({ personId: string } | { id: string; name?: (string | null); document?: ({ kind: ("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none"); number: string } | null); phone?: (string | null) }); learnedFrom?: ("self" | "contact" | "visit" | "agency-list" | "checkpoint" | "document" | "import" | "other"); corrects?: (string | null); why?: (string | null); voided?: boolean; with: ({ personId: string } | { gatheringId: string }); firstAt: string; firstEstimated?: boolean; lastAt: string; lastEstimated?: boolean; kind: ("household" | "caregiver" | "aerosol-procedure" | "same-ward" | "same-room" | "shared-meal" | "shared-utensils" | "secretions" | "visiting" | "same-vehicle" | "judgement" | "other"); relation?: ("family" | "friend" | "colleague" | "classmate" | "health-worker" | "neighbour" | "other" | "unknown"); protection?: ("none" | "partial" | "full" | "unknown"); duration?: ("under-5-minutes" | "5-15-minutes" | "15-60-minutes" | "1-4-hours" | "over-4-hours" | "unknown"); certainty?: ("low" | "medium" | "high") }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; personId: string; arrival: ("new" | "again"); receivedAt: string } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/exposures/gatherings': {
    get: {
      parameters: { query?: { after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; name: string; setting: ("meal" | "wedding" | "funeral" | "meeting" | "class" | "workplace" | "fair" | "worship" | "journey" | "performance" | "other"); startedAt: string; endedAt: string; corrected: boolean }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; recordedAt: string; name: string; setting: ("meal" | "wedding" | "funeral" | "meeting" | "class" | "workplace" | "fair" | "worship" | "journey" | "performance" | "other"); startedAt: string; endedAt: string; corrects?: (string | null); why?: (string | null); voided?: boolean } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/exposures/illness': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; division: string; recordedAt: string; person: ({ personId: string } | { id: string; name?: (string | null); document?: ({ kind: ("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none"); number: string } | null); phone?: (string | null) }); learnedFrom?: ("self" | "contact" | "visit" | "agency-list" | "checkpoint" | "document" | "import" | "other"); corrects?: (string | null); why?: (string | null); voided?: boolean; onsetAt: string; onsetEstimated?: boolean; state: ("fever" | "suspected" | "confirmed" | "asymptomatic" | "excluded") } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; personId: string; arrival: ("new" | "again"); receivedAt: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/exposures/illness/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; division: string; recordedAt: string; person: ({ personId: string } | { id: string; name?: (string | null); document?: ({ kind: ("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none"); number: string } | null); phone?: (string | null) }); learnedFrom?: ("self" | "contact" | "visit" | "agency-list" | "checkpoint" | "document" | "import" | "other"); corrects?: (string | null); why?: (string | null); voided?: boolean; onsetAt: string; onsetEstimated?: boolean; state: ("fever" | "suspected" | "confirmed" | "asymptomatic" | "excluded") }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; personId: string; arrival: ("new" | "again"); receivedAt: string } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/exposures/persons/{personId}': {
    get: {
      parameters: { query?: never; path: { personId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { person: { id: string; visible: boolean; division: (string | null); synthetic: boolean; name: (string | null); documentKind: (("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none") | null); document: (string | null); phone: (string | null); plate: (string | null); hasAddress: boolean }; travel: Array<{ id: string; recordedAt: string; learnedFrom: ("self" | "contact" | "visit" | "agency-list" | "checkpoint" | "document" | "import" | "other"); corrects: (string | null); from: ({ code: (string | null); place: (string | null) } | null); via: Array<{ code: (string | null); place: (string | null) }>; to: ({ code: (string | null); place: (string | null) } | null); leftAt: (string | null); leftEstimated: boolean; arrivedAt: (string | null); arrivedEstimated: boolean; means: ("rail" | "air" | "coach" | "own-car" | "hired-car" | "ship" | "other" | "unknown"); service: (string | null); plate: (string | null) }>; contacts: Array<{ id: string; recordedAt: string; learnedFrom: ("self" | "contact" | "visit" | "agency-list" | "checkpoint" | "document" | "import" | "other"); corrects: (string | null); with: (string | null); gathering: ({ id: string; name: string } | null); firstAt: string; firstEstimated: boolean; lastAt: string; lastEstimated: boolean; kind: ("household" | "caregiver" | "aerosol-procedure" | "same-ward" | "same-room" | "shared-meal" | "shared-utensils" | "secretions" | "visiting" | "same-vehicle" | "judgement" | "other"); relation: ("family" | "friend" | "colleague" | "classmate" | "health-worker" | "neighbour" | "other" | "unknown"); protection: ("none" | "partial" | "full" | "unknown"); duration: ("under-5-minutes" | "5-15-minutes" | "15-60-minutes" | "1-4-hours" | "over-4-hours" | "unknown"); certainty: ("low" | "medium" | "high") }>; stays: Array<{ id: string; recordedAt: string; learnedFrom: ("self" | "contact" | "visit" | "agency-list" | "checkpoint" | "document" | "import" | "other"); corrects: (string | null); key: (string | null); lon: (number | null); lat: (number | null); arrivedAt: string; arrivedEstimated: boolean; leftAt: string; leftEstimated: boolean; within: Array<{ key: string; distanceM: number }> }>; illness: Array<{ id: string; recordedAt: string; learnedFrom: ("self" | "contact" | "visit" | "agency-list" | "checkpoint" | "document" | "import" | "other"); corrects: (string | null); onsetAt: string; onsetEstimated: boolean; state: ("fever" | "suspected" | "confirmed" | "asymptomatic" | "excluded") }>; others: Array<{ id: string; visible: boolean; division: (string | null); synthetic: boolean; name: (string | null); documentKind: (("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none") | null); document: (string | null); phone: (string | null); plate: (string | null); hasAddress: boolean }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/exposures/persons/{personId}/why': {
    get: {
      parameters: { query: { category: string; asOf?: string }; path: { personId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { personId: string; category: string; version: number; asOf: string; member: boolean; since: (string | null); until: (string | null); grounds: Array<{ fact: ("travel" | "contact" | "stay" | "illness" | "member"); factId: (string | null); because: (string | null); at: string; clause: ({ travel: { into?: true; from?: Array<string>; via?: Array<string>; to?: Array<string>; since?: string; until?: string; days?: number } } | { contact: { with: string; kinds?: Array<("household" | "caregiver" | "aerosol-procedure" | "same-ward" | "same-room" | "shared-meal" | "shared-utensils" | "secretions" | "visiting" | "same-vehicle" | "judgement" | "other")>; since?: string } } | { place: { key: string; since?: string } } | { illness: { states: Array<("fever" | "suspected" | "confirmed" | "asymptomatic" | "excluded")> } } | { member: string }) }>; within: ({ code: string; since: (string | null) } | null); keptOutBy: Array<{ code: string; since: string }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/exposures/places': {
    get: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ key: string; version: number; zh: string; en: string; code: (string | null); lon: number; lat: number; radiusM: number; openFrom: (string | null); openUntil: (string | null) }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { key: string; version?: number; zh: string; en: string; code?: (string | null); lon: number; lat: number; datum?: ("wgs84" | "gcj02"); radiusM: number; openFrom?: (string | null); openUntil?: (string | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { key: string; version: number; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/exposures/rings': {
    get: {
      parameters: { query?: { personId?: string; category?: string; area?: string; asOf?: string; depth?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { asOf: string; nodes: Array<{ person: { id: string; visible: boolean; division: (string | null); synthetic: boolean; name: (string | null); documentKind: (("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none") | null); document: (string | null); phone: (string | null); plate: (string | null); hasAddress: boolean }; ring: number; categories: Array<string>; illness: (("fever" | "suspected" | "confirmed" | "asymptomatic" | "excluded") | null); onsetAt: (string | null) }>; edges: Array<{ one: string; other: string; kind: ("household" | "caregiver" | "aerosol-procedure" | "same-ward" | "same-room" | "shared-meal" | "shared-utensils" | "secretions" | "visiting" | "same-vehicle" | "judgement" | "other"); firstAt: string; lastAt: string; gatheringId: (string | null) }>; more: boolean } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/exposures/stays': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; division: string; recordedAt: string; person: ({ personId: string } | { id: string; name?: (string | null); document?: ({ kind: ("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none"); number: string } | null); phone?: (string | null) }); learnedFrom?: ("self" | "contact" | "visit" | "agency-list" | "checkpoint" | "document" | "import" | "other"); corrects?: (string | null); why?: (string | null); voided?: boolean; at: ({ key: string } | { lon: number; lat: number; datum?: ("wgs84" | "gcj02") }); arrivedAt: string; arrivedEstimated?: boolean; leftAt: string; leftEstimated?: boolean } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; personId: string; arrival: ("new" | "again"); receivedAt: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/exposures/stays/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; division: string; recordedAt: string; person: ({ personId: string } | { id: string; name?: (string | null); document?: ({ kind: ("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none"); number: string } | null); phone?: (string | null) }); learnedFrom?: ("self" | "contact" | "visit" | "agency-list" | "checkpoint" | "document" | "import" | "other"); corrects?: (string | null); why?: (string | null); voided?: boolean; at: ({ key: string } | { lon: number; lat: number; datum?: ("wgs84" | "gcj02") }); arrivedAt: string; arrivedEstimated?: boolean; leftAt: string; leftEstimated?: boolean }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; personId: string; arrival: ("new" | "again"); receivedAt: string } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/exposures/travel': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; division: string; recordedAt: string; person: ({ personId: string } | { id: string; name?: (string | null); document?: ({ kind: ("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none"); number: string } | null); phone?: (string | null) }); learnedFrom?: ("self" | "contact" | "visit" | "agency-list" | "checkpoint" | "document" | "import" | "other"); corrects?: (string | null); why?: (string | null); voided?: boolean; from: { code?: (string | null); place?: (string | null) }; via?: Array<{ code?: (string | null); place?: (string | null) }>; to: { code?: (string | null); place?: (string | null) }; leftAt?: (string | null); leftEstimated?: boolean; arrivedAt?: (string | null); arrivedEstimated?: boolean; means?: ("rail" | "air" | "coach" | "own-car" | "hired-car" | "ship" | "other" | "unknown"); service?: (string | null); plate?: (string | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; personId: string; arrival: ("new" | "again"); receivedAt: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/exposures/travel/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; division: string; recordedAt: string; person: ({ personId: string } | { id: string; name?: (string | null); document?: ({ kind: ("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none"); number: string } | null); phone?: (string | null) }); learnedFrom?: ("self" | "contact" | "visit" | "agency-list" | "checkpoint" | "document" | "import" | "other"); corrects?: (string | null); why?: (string | null); voided?: boolean; from: { code?: (string | null); place?: (string | null) }; via?: Array<{ code?: (string | null); place?: (string | null) }>; to: { code?: (string | null); place?: (string | null) }; leftAt?: (string | null); leftEstimated?: boolean; arrivedAt?: (string | null); arrivedEstimated?: boolean; means?: ("rail" | "air" | "coach" | "own-car" | "hired-car" | "ship" | "other" | "unknown"); service?: (string | null); plate?: (string | null) }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; personId: string; arrival: ("new" | "again"); receivedAt: string } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/figure-table': {
    get: {
      parameters: { query?: { owner?: string; figures?: string; area?: string; asOf?: string; knownBy?: string }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { area: string; asOf: string; knownBy: string; items: Array<{ figure: ("screened" | "fevers" | "fevers-open" | "fevers-excluded" | "turned-back" | "handed-to-medical" | "refused" | "vehicles" | "stations" | "turn-back-points" | "expressway-exits" | "townships" | "villages" | "communities" | "compounds" | "compounds-managed" | "compounds-unmanaged" | "compounds-three-no" | "from-hubei" | "from-wuhan" | "near-huanan-market" | "contacts-both" | "contacts-wuhan" | "from-elsewhere" | "comparisons" | "households-covered" | "households-uncovered" | "responsibility-posts" | "posts-vacant" | "group-leaders" | "volunteers" | "resident-cadres" | "household-cadres" | "posted-department" | "posted-community" | "three-on-one-teams" | "households-to-visit" | "households-visited" | "households-not-met" | "households-refused" | "isolated-home" | "isolated-central" | "isolation-ordered" | "isolation-released" | "readings-taken" | "readings-abnormal" | "living-in-sites" | "site-rooms" | "site-rooms-free" | "stock-protective-suits" | "stock-surgical-masks" | "stock-n95" | "stock-goggles" | "stock-disinfectant-84" | "stock-thermometer-guns" | "cover-protective-suits" | "cover-surgical-masks" | "cover-n95" | "cover-disinfectant-84" | "grain-outlets" | "outlets-grain" | "outlets-oil" | "supermarkets-grain" | "supermarkets-oil" | "reserve-rice" | "reserve-flour" | "reserve-oil" | "inspections" | "inspections-led" | "inspections-unannounced" | "inspection-findings" | "inspection-findings-passed" | "inspection-findings-standing" | "inspection-findings-overdue" | "fevers-elsewhere" | "fevers-elsewhere-excluded" | "suspected-now" | "suspected" | "confirmed" | "asymptomatic" | "orders-issued" | "public-notices-issued" | "work-letters-issued" | "circulars-issued" | "tasks-given" | "tasks-done" | "tasks-late" | "tasks-silent" | "special-groups" | "task-forces" | "venues-to-close" | "venues-closed" | "venues-in-breach" | "gatherings-called-off" | "lines-suspended" | "funds-appropriated" | "funds-donated" | "funds-available" | "funds-committed" | "funds-paid" | "rumours-found" | "rumours-items" | "rumours-answered" | "rumours-answered-in-time" | "rumours-open" | "rumours-past-five-hours" | "leaflets" | "publicity-pieces" | "legal-notices" | "rumours-answered-publicly" | "villages-heard" | "plays" | "plays-missed"); version: number; knownNow: boolean; value: (number | null); parts: Array<{ division: string; value: (number | null) }> }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/figures': {
    get: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ name: ("screened" | "fevers" | "fevers-open" | "fevers-excluded" | "turned-back" | "handed-to-medical" | "refused" | "vehicles" | "stations" | "turn-back-points" | "expressway-exits" | "townships" | "villages" | "communities" | "compounds" | "compounds-managed" | "compounds-unmanaged" | "compounds-three-no" | "from-hubei" | "from-wuhan" | "near-huanan-market" | "contacts-both" | "contacts-wuhan" | "from-elsewhere" | "comparisons" | "households-covered" | "households-uncovered" | "responsibility-posts" | "posts-vacant" | "group-leaders" | "volunteers" | "resident-cadres" | "household-cadres" | "posted-department" | "posted-community" | "three-on-one-teams" | "households-to-visit" | "households-visited" | "households-not-met" | "households-refused" | "isolated-home" | "isolated-central" | "isolation-ordered" | "isolation-released" | "readings-taken" | "readings-abnormal" | "living-in-sites" | "site-rooms" | "site-rooms-free" | "stock-protective-suits" | "stock-surgical-masks" | "stock-n95" | "stock-goggles" | "stock-disinfectant-84" | "stock-thermometer-guns" | "cover-protective-suits" | "cover-surgical-masks" | "cover-n95" | "cover-disinfectant-84" | "grain-outlets" | "outlets-grain" | "outlets-oil" | "supermarkets-grain" | "supermarkets-oil" | "reserve-rice" | "reserve-flour" | "reserve-oil" | "inspections" | "inspections-led" | "inspections-unannounced" | "inspection-findings" | "inspection-findings-passed" | "inspection-findings-standing" | "inspection-findings-overdue" | "fevers-elsewhere" | "fevers-elsewhere-excluded" | "suspected-now" | "suspected" | "confirmed" | "asymptomatic" | "orders-issued" | "public-notices-issued" | "work-letters-issued" | "circulars-issued" | "tasks-given" | "tasks-done" | "tasks-late" | "tasks-silent" | "special-groups" | "task-forces" | "venues-to-close" | "venues-closed" | "venues-in-breach" | "gatherings-called-off" | "lines-suspended" | "funds-appropriated" | "funds-donated" | "funds-available" | "funds-committed" | "funds-paid" | "rumours-found" | "rumours-items" | "rumours-answered" | "rumours-answered-in-time" | "rumours-open" | "rumours-past-five-hours" | "leaflets" | "publicity-pieces" | "legal-notices" | "rumours-answered-publicly" | "villages-heard" | "plays" | "plays-missed"); kind: ("cumulative" | "stock" | "increment"); unit: ("person" | "person-time" | "vehicle" | "place" | "station" | "household" | "post" | "team" | "room" | "venue" | "gathering" | "line" | "visit" | "finding" | "document" | "task" | "fen" | "piece" | "pair" | "bag" | "barrel" | "gram" | "store" | "topic" | "item" | "village" | "play" | "day"); unitZh: string; unitEn: string; per: number; owner: string; zh: string; en: string; subsetOf: (string | null); version: number; sql: string }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/figures/{figure}': {
    get: {
      parameters: { query?: { area?: string; asOf?: string; knownBy?: string }; path: { figure: ("screened" | "fevers" | "fevers-open" | "fevers-excluded" | "turned-back" | "handed-to-medical" | "refused" | "vehicles" | "stations" | "turn-back-points" | "expressway-exits" | "townships" | "villages" | "communities" | "compounds" | "compounds-managed" | "compounds-unmanaged" | "compounds-three-no" | "from-hubei" | "from-wuhan" | "near-huanan-market" | "contacts-both" | "contacts-wuhan" | "from-elsewhere" | "comparisons" | "households-covered" | "households-uncovered" | "responsibility-posts" | "posts-vacant" | "group-leaders" | "volunteers" | "resident-cadres" | "household-cadres" | "posted-department" | "posted-community" | "three-on-one-teams" | "households-to-visit" | "households-visited" | "households-not-met" | "households-refused" | "isolated-home" | "isolated-central" | "isolation-ordered" | "isolation-released" | "readings-taken" | "readings-abnormal" | "living-in-sites" | "site-rooms" | "site-rooms-free" | "stock-protective-suits" | "stock-surgical-masks" | "stock-n95" | "stock-goggles" | "stock-disinfectant-84" | "stock-thermometer-guns" | "cover-protective-suits" | "cover-surgical-masks" | "cover-n95" | "cover-disinfectant-84" | "grain-outlets" | "outlets-grain" | "outlets-oil" | "supermarkets-grain" | "supermarkets-oil" | "reserve-rice" | "reserve-flour" | "reserve-oil" | "inspections" | "inspections-led" | "inspections-unannounced" | "inspection-findings" | "inspection-findings-passed" | "inspection-findings-standing" | "inspection-findings-overdue" | "fevers-elsewhere" | "fevers-elsewhere-excluded" | "suspected-now" | "suspected" | "confirmed" | "asymptomatic" | "orders-issued" | "public-notices-issued" | "work-letters-issued" | "circulars-issued" | "tasks-given" | "tasks-done" | "tasks-late" | "tasks-silent" | "special-groups" | "task-forces" | "venues-to-close" | "venues-closed" | "venues-in-breach" | "gatherings-called-off" | "lines-suspended" | "funds-appropriated" | "funds-donated" | "funds-available" | "funds-committed" | "funds-paid" | "rumours-found" | "rumours-items" | "rumours-answered" | "rumours-answered-in-time" | "rumours-open" | "rumours-past-five-hours" | "leaflets" | "publicity-pieces" | "legal-notices" | "rumours-answered-publicly" | "villages-heard" | "plays" | "plays-missed") }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { figure: ("screened" | "fevers" | "fevers-open" | "fevers-excluded" | "turned-back" | "handed-to-medical" | "refused" | "vehicles" | "stations" | "turn-back-points" | "expressway-exits" | "townships" | "villages" | "communities" | "compounds" | "compounds-managed" | "compounds-unmanaged" | "compounds-three-no" | "from-hubei" | "from-wuhan" | "near-huanan-market" | "contacts-both" | "contacts-wuhan" | "from-elsewhere" | "comparisons" | "households-covered" | "households-uncovered" | "responsibility-posts" | "posts-vacant" | "group-leaders" | "volunteers" | "resident-cadres" | "household-cadres" | "posted-department" | "posted-community" | "three-on-one-teams" | "households-to-visit" | "households-visited" | "households-not-met" | "households-refused" | "isolated-home" | "isolated-central" | "isolation-ordered" | "isolation-released" | "readings-taken" | "readings-abnormal" | "living-in-sites" | "site-rooms" | "site-rooms-free" | "stock-protective-suits" | "stock-surgical-masks" | "stock-n95" | "stock-goggles" | "stock-disinfectant-84" | "stock-thermometer-guns" | "cover-protective-suits" | "cover-surgical-masks" | "cover-n95" | "cover-disinfectant-84" | "grain-outlets" | "outlets-grain" | "outlets-oil" | "supermarkets-grain" | "supermarkets-oil" | "reserve-rice" | "reserve-flour" | "reserve-oil" | "inspections" | "inspections-led" | "inspections-unannounced" | "inspection-findings" | "inspection-findings-passed" | "inspection-findings-standing" | "inspection-findings-overdue" | "fevers-elsewhere" | "fevers-elsewhere-excluded" | "suspected-now" | "suspected" | "confirmed" | "asymptomatic" | "orders-issued" | "public-notices-issued" | "work-letters-issued" | "circulars-issued" | "tasks-given" | "tasks-done" | "tasks-late" | "tasks-silent" | "special-groups" | "task-forces" | "venues-to-close" | "venues-closed" | "venues-in-breach" | "gatherings-called-off" | "lines-suspended" | "funds-appropriated" | "funds-donated" | "funds-available" | "funds-committed" | "funds-paid" | "rumours-found" | "rumours-items" | "rumours-answered" | "rumours-answered-in-time" | "rumours-open" | "rumours-past-five-hours" | "leaflets" | "publicity-pieces" | "legal-notices" | "rumours-answered-publicly" | "villages-heard" | "plays" | "plays-missed"); area: string; asOf: string; knownBy: string; knownNow: boolean; value: number; version: number } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/figures/{figure}/history': {
    get: {
      parameters: { query?: { area?: string; asOf?: string }; path: { figure: ("screened" | "fevers" | "fevers-open" | "fevers-excluded" | "turned-back" | "handed-to-medical" | "refused" | "vehicles" | "stations" | "turn-back-points" | "expressway-exits" | "townships" | "villages" | "communities" | "compounds" | "compounds-managed" | "compounds-unmanaged" | "compounds-three-no" | "from-hubei" | "from-wuhan" | "near-huanan-market" | "contacts-both" | "contacts-wuhan" | "from-elsewhere" | "comparisons" | "households-covered" | "households-uncovered" | "responsibility-posts" | "posts-vacant" | "group-leaders" | "volunteers" | "resident-cadres" | "household-cadres" | "posted-department" | "posted-community" | "three-on-one-teams" | "households-to-visit" | "households-visited" | "households-not-met" | "households-refused" | "isolated-home" | "isolated-central" | "isolation-ordered" | "isolation-released" | "readings-taken" | "readings-abnormal" | "living-in-sites" | "site-rooms" | "site-rooms-free" | "stock-protective-suits" | "stock-surgical-masks" | "stock-n95" | "stock-goggles" | "stock-disinfectant-84" | "stock-thermometer-guns" | "cover-protective-suits" | "cover-surgical-masks" | "cover-n95" | "cover-disinfectant-84" | "grain-outlets" | "outlets-grain" | "outlets-oil" | "supermarkets-grain" | "supermarkets-oil" | "reserve-rice" | "reserve-flour" | "reserve-oil" | "inspections" | "inspections-led" | "inspections-unannounced" | "inspection-findings" | "inspection-findings-passed" | "inspection-findings-standing" | "inspection-findings-overdue" | "fevers-elsewhere" | "fevers-elsewhere-excluded" | "suspected-now" | "suspected" | "confirmed" | "asymptomatic" | "orders-issued" | "public-notices-issued" | "work-letters-issued" | "circulars-issued" | "tasks-given" | "tasks-done" | "tasks-late" | "tasks-silent" | "special-groups" | "task-forces" | "venues-to-close" | "venues-closed" | "venues-in-breach" | "gatherings-called-off" | "lines-suspended" | "funds-appropriated" | "funds-donated" | "funds-available" | "funds-committed" | "funds-paid" | "rumours-found" | "rumours-items" | "rumours-answered" | "rumours-answered-in-time" | "rumours-open" | "rumours-past-five-hours" | "leaflets" | "publicity-pieces" | "legal-notices" | "rumours-answered-publicly" | "villages-heard" | "plays" | "plays-missed") }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { figure: ("screened" | "fevers" | "fevers-open" | "fevers-excluded" | "turned-back" | "handed-to-medical" | "refused" | "vehicles" | "stations" | "turn-back-points" | "expressway-exits" | "townships" | "villages" | "communities" | "compounds" | "compounds-managed" | "compounds-unmanaged" | "compounds-three-no" | "from-hubei" | "from-wuhan" | "near-huanan-market" | "contacts-both" | "contacts-wuhan" | "from-elsewhere" | "comparisons" | "households-covered" | "households-uncovered" | "responsibility-posts" | "posts-vacant" | "group-leaders" | "volunteers" | "resident-cadres" | "household-cadres" | "posted-department" | "posted-community" | "three-on-one-teams" | "households-to-visit" | "households-visited" | "households-not-met" | "households-refused" | "isolated-home" | "isolated-central" | "isolation-ordered" | "isolation-released" | "readings-taken" | "readings-abnormal" | "living-in-sites" | "site-rooms" | "site-rooms-free" | "stock-protective-suits" | "stock-surgical-masks" | "stock-n95" | "stock-goggles" | "stock-disinfectant-84" | "stock-thermometer-guns" | "cover-protective-suits" | "cover-surgical-masks" | "cover-n95" | "cover-disinfectant-84" | "grain-outlets" | "outlets-grain" | "outlets-oil" | "supermarkets-grain" | "supermarkets-oil" | "reserve-rice" | "reserve-flour" | "reserve-oil" | "inspections" | "inspections-led" | "inspections-unannounced" | "inspection-findings" | "inspection-findings-passed" | "inspection-findings-standing" | "inspection-findings-overdue" | "fevers-elsewhere" | "fevers-elsewhere-excluded" | "suspected-now" | "suspected" | "confirmed" | "asymptomatic" | "orders-issued" | "public-notices-issued" | "work-letters-issued" | "circulars-issued" | "tasks-given" | "tasks-done" | "tasks-late" | "tasks-silent" | "special-groups" | "task-forces" | "venues-to-close" | "venues-closed" | "venues-in-breach" | "gatherings-called-off" | "lines-suspended" | "funds-appropriated" | "funds-donated" | "funds-available" | "funds-committed" | "funds-paid" | "rumours-found" | "rumours-items" | "rumours-answered" | "rumours-answered-in-time" | "rumours-open" | "rumours-past-five-hours" | "leaflets" | "publicity-pieces" | "legal-notices" | "rumours-answered-publicly" | "villages-heard" | "plays" | "plays-missed"); area: string; asOf: string; known: Array<{ knownBy: string; value: (number | null) }>; told: boolean; corrected: { since: string; total: number; items: Array<{ kind: ("passage" | "visit" | "travel" | "contact" | "stay" | "illness" | "gathering" | "case-entry" | "order" | "reading" | "disinfection" | "inspection" | "finding-step" | "movement" | "fund-entry" | "publication"); division: string; recordId: string; pageId: (string | null); at: string; correctedAt: string; voided: boolean; why: (string | null) }> }; reports: Array<{ id: string; title: string; asOf: string; countedAt: string; number: number; value: (number | null); version: number }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/figures/{figure}/trend': {
    get: {
      parameters: { query?: { area?: string; asOf?: string; knownBy?: string; days?: number }; path: { figure: ("screened" | "fevers" | "fevers-open" | "fevers-excluded" | "turned-back" | "handed-to-medical" | "refused" | "vehicles" | "stations" | "turn-back-points" | "expressway-exits" | "townships" | "villages" | "communities" | "compounds" | "compounds-managed" | "compounds-unmanaged" | "compounds-three-no" | "from-hubei" | "from-wuhan" | "near-huanan-market" | "contacts-both" | "contacts-wuhan" | "from-elsewhere" | "comparisons" | "households-covered" | "households-uncovered" | "responsibility-posts" | "posts-vacant" | "group-leaders" | "volunteers" | "resident-cadres" | "household-cadres" | "posted-department" | "posted-community" | "three-on-one-teams" | "households-to-visit" | "households-visited" | "households-not-met" | "households-refused" | "isolated-home" | "isolated-central" | "isolation-ordered" | "isolation-released" | "readings-taken" | "readings-abnormal" | "living-in-sites" | "site-rooms" | "site-rooms-free" | "stock-protective-suits" | "stock-surgical-masks" | "stock-n95" | "stock-goggles" | "stock-disinfectant-84" | "stock-thermometer-guns" | "cover-protective-suits" | "cover-surgical-masks" | "cover-n95" | "cover-disinfectant-84" | "grain-outlets" | "outlets-grain" | "outlets-oil" | "supermarkets-grain" | "supermarkets-oil" | "reserve-rice" | "reserve-flour" | "reserve-oil" | "inspections" | "inspections-led" | "inspections-unannounced" | "inspection-findings" | "inspection-findings-passed" | "inspection-findings-standing" | "inspection-findings-overdue" | "fevers-elsewhere" | "fevers-elsewhere-excluded" | "suspected-now" | "suspected" | "confirmed" | "asymptomatic" | "orders-issued" | "public-notices-issued" | "work-letters-issued" | "circulars-issued" | "tasks-given" | "tasks-done" | "tasks-late" | "tasks-silent" | "special-groups" | "task-forces" | "venues-to-close" | "venues-closed" | "venues-in-breach" | "gatherings-called-off" | "lines-suspended" | "funds-appropriated" | "funds-donated" | "funds-available" | "funds-committed" | "funds-paid" | "rumours-found" | "rumours-items" | "rumours-answered" | "rumours-answered-in-time" | "rumours-open" | "rumours-past-five-hours" | "leaflets" | "publicity-pieces" | "legal-notices" | "rumours-answered-publicly" | "villages-heard" | "plays" | "plays-missed") }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { figure: ("screened" | "fevers" | "fevers-open" | "fevers-excluded" | "turned-back" | "handed-to-medical" | "refused" | "vehicles" | "stations" | "turn-back-points" | "expressway-exits" | "townships" | "villages" | "communities" | "compounds" | "compounds-managed" | "compounds-unmanaged" | "compounds-three-no" | "from-hubei" | "from-wuhan" | "near-huanan-market" | "contacts-both" | "contacts-wuhan" | "from-elsewhere" | "comparisons" | "households-covered" | "households-uncovered" | "responsibility-posts" | "posts-vacant" | "group-leaders" | "volunteers" | "resident-cadres" | "household-cadres" | "posted-department" | "posted-community" | "three-on-one-teams" | "households-to-visit" | "households-visited" | "households-not-met" | "households-refused" | "isolated-home" | "isolated-central" | "isolation-ordered" | "isolation-released" | "readings-taken" | "readings-abnormal" | "living-in-sites" | "site-rooms" | "site-rooms-free" | "stock-protective-suits" | "stock-surgical-masks" | "stock-n95" | "stock-goggles" | "stock-disinfectant-84" | "stock-thermometer-guns" | "cover-protective-suits" | "cover-surgical-masks" | "cover-n95" | "cover-disinfectant-84" | "grain-outlets" | "outlets-grain" | "outlets-oil" | "supermarkets-grain" | "supermarkets-oil" | "reserve-rice" | "reserve-flour" | "reserve-oil" | "inspections" | "inspections-led" | "inspections-unannounced" | "inspection-findings" | "inspection-findings-passed" | "inspection-findings-standing" | "inspection-findings-overdue" | "fevers-elsewhere" | "fevers-elsewhere-excluded" | "suspected-now" | "suspected" | "confirmed" | "asymptomatic" | "orders-issued" | "public-notices-issued" | "work-letters-issued" | "circulars-issued" | "tasks-given" | "tasks-done" | "tasks-late" | "tasks-silent" | "special-groups" | "task-forces" | "venues-to-close" | "venues-closed" | "venues-in-breach" | "gatherings-called-off" | "lines-suspended" | "funds-appropriated" | "funds-donated" | "funds-available" | "funds-committed" | "funds-paid" | "rumours-found" | "rumours-items" | "rumours-answered" | "rumours-answered-in-time" | "rumours-open" | "rumours-past-five-hours" | "leaflets" | "publicity-pieces" | "legal-notices" | "rumours-answered-publicly" | "villages-heard" | "plays" | "plays-missed"); area: string; version: number; knownBy: string; knownNow: boolean; items: Array<{ asOf: string; value: (number | null) }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/fund-balance': {
    get: {
      parameters: { query?: { asOf?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { asOf: string; twoPersonsAboveFen: (number | null); purposes: Array<{ purposeId: string; purpose: string; donatedFen: number; receivedFen: number; availableFen: number; committedFen: number; paidFen: number }>; items: Array<{ purposeId: string; purpose: string; sourceId: string; source: string; sourceKind: ("appropriation" | "donation"); level: (("central" | "province" | "city" | "county" | "township") | null); earmarked: boolean; documentId: (string | null); documentNo: (string | null); authority: (string | null); documentOn: (string | null); receivedFen: number; availableFen: number; committedFen: number; paidFen: number; files: number; voidFiles: number }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/fund-commitments': {
    get: {
      parameters: { query?: { asOf?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; division: string; purposeId: string; purpose: string; sourceId: string; source: string; title: string; payee: string; documentId: (string | null); documentNo: (string | null); authority: (string | null); documentOn: (string | null); at: string; openFen: number; paidFen: number; files: number; voidFiles: number }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; purposeId: string; sourceId: string; title: string; payee: string; paper: ({ documentId: string } | { documentNo: string; authority: string; documentOn: string }); fen: number; at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/fund-commitments/{commitmentId}/payments': {
    post: {
      parameters: { query?: never; path: { commitmentId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; fen: number; paper: ({ documentId: string } | { documentNo: string; authority: string; documentOn: string }); at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again"); state: ("waiting" | "paid" | "refused") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/fund-commitments/{commitmentId}/refunds': {
    post: {
      parameters: { query?: never; path: { commitmentId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; fen: number; at: string; why: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/fund-commitments/{commitmentId}/releases': {
    post: {
      parameters: { query?: never; path: { commitmentId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; fen: number; at: string; why: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/fund-donations': {
    get: {
      parameters: { query?: { asOf?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; division: string; donorKind: ("person" | "organisation" | "anonymous"); organisation: (string | null); publicName: (string | null); receiptNo: string; purpose: string; earmarked: boolean; fen: number; at: string; void: boolean; files: number; voidFiles: number }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; division: string; donor: ({ kind: "person"; id: string; name: string; phone?: (string | null) } | { kind: "organisation"; organisation: string } | { kind: "anonymous" }); fen: number; purposeId: string; earmarked?: boolean; publicName?: (string | null); at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again"); receiptNo: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/fund-donations/{donationId}/naming': {
    post: {
      parameters: { query?: never; path: { donationId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; publicName: (string | null); at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/fund-donations/{donationId}/receipt': {
    get: {
      parameters: { query?: { paper?: ("a4" | "a5") }; path: { donationId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { fileName: string; type: string; content: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/fund-entries': {
    get: {
      parameters: { query?: { asOf?: string; purposeId?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; division: string; kind: ("received" | "reassigned" | "committed" | "released" | "paid" | "refunded" | "returned" | "reversed"); fromAccount: ("outside" | "available" | "committed" | "paid"); toAccount: ("outside" | "available" | "committed" | "paid"); purpose: string; toPurpose: (string | null); source: string; commitment: (string | null); fen: number; why: (string | null); documentId: (string | null); documentNo: (string | null); authority: (string | null); documentOn: (string | null); at: string; reverses: (string | null); reversedBy: (string | null) }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/fund-entries/{entryId}/reversal': {
    post: {
      parameters: { query?: never; path: { entryId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; why: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/fund-files': {
    get: {
      parameters: { query: { of: ("source" | "commitment" | "payment" | "donation"); subjectId: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; fileName: string; type: string; size: number; sha256: string; void: ({ at: string; why: ("wrong-paper" | "personal-data" | "unreadable" | "twice"); by: (string | null) } | null) }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; of: ("source" | "commitment" | "payment" | "donation"); subjectId: string; fileName: string; type: ("application/pdf" | "image/png" | "image/jpeg" | "text/csv" | "application/vnd.openxmlformats-officedocument.wordprocessingml.document" | "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"); content: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; sha256: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/fund-files/{fileId}': {
    get: {
      parameters: { query?: never; path: { fileId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { fileName: string; type: string; content: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/fund-files/{fileId}/void': {
    post: {
      parameters: { query?: never; path: { fileId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; why: ("wrong-paper" | "personal-data" | "unreadable" | "twice") } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/fund-payments': {
    get: {
      parameters: { query?: { asOf?: string; state?: ("waiting" | "paid" | "refused"); after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; division: string; commitmentId: string; title: string; payee: string; fen: number; documentId: (string | null); documentNo: (string | null); authority: (string | null); documentOn: (string | null); at: string; state: ("waiting" | "paid" | "refused"); mine: boolean; why: (string | null); files: number; voidFiles: number }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/fund-payments/{paymentId}/decision': {
    post: {
      parameters: { query?: never; path: { paymentId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; decision: ("approved" | "refused"); why?: (string | null); at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again"); state: ("waiting" | "paid" | "refused") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/fund-purposes': {
    get: {
      parameters: { query?: { after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; division: string; title: string }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; division: string; title: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/fund-rules': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; division: string; aboveFen: number; paper: ({ documentId: string } | { documentNo: string; authority: string; documentOn: string }); at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/fund-sources': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; division: string; level: ("central" | "province" | "city" | "county" | "township"); title: string; earmark?: (string | null); paper: ({ documentId: string } | { documentNo: string; authority: string; documentOn: string }); shares: Array<{ purposeId: string; fen: number }>; at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/fund-sources/{sourceId}/reassignments': {
    post: {
      parameters: { query?: never; path: { sourceId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; fen: number; at: string; why: string; purposeId: string; toPurposeId: string; paper: ({ documentId: string } | { documentNo: string; authority: string; documentOn: string }) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/fund-sources/{sourceId}/returns': {
    post: {
      parameters: { query?: never; path: { sourceId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; fen: number; at: string; why: string; purposeId: string; paper: ({ documentId: string } | { documentNo: string; authority: string; documentOn: string }) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/hand-overs': {
    get: {
      parameters: { query?: { state?: ("open" | "closed" | "all"); after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; passageId: string; checkpointId: string; checkpointName: string; personId: (string | null); temperatureC: (number | null); openedAt: string; outcome: (("excluded" | "suspected" | "confirmed" | "unreachable" | "asymptomatic") | null); outcomeAt: (string | null); outcomeNote: (string | null); caseId: (string | null) }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/hand-overs/{handOverId}/case': {
    post: {
      parameters: { query?: never; path: { handOverId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { caseId: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/hand-overs/{handOverId}/outcomes': {
    post: {
      parameters: { query?: never; path: { handOverId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; recordedAt: string; outcome: ("excluded" | "suspected" | "confirmed" | "unreachable"); note?: (string | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/households': {
    get: {
      parameters: { query?: { division?: string; compoundId?: string; block?: string; state?: ("open" | "closed"); after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; division: string; compoundId: (string | null); block: (string | null); walkOrder: number; door: (string | null); since: string; open: boolean; until: (string | null); members: number; head: ({ id: string; visible: boolean; division: (string | null); synthetic: boolean; name: (string | null); documentKind: (("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none") | null); document: (string | null); phone: (string | null); plate: (string | null); hasAddress: boolean } | null) }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; division: string; compoundId?: (string | null); block?: (string | null); walkOrder?: number; door?: (string | null); since: string; recordedAt: string; members: Array<{ id: string; relation?: ("head" | "spouse" | "child" | "child-in-law" | "grandchild" | "parent" | "parent-in-law" | "grandparent" | "sibling" | "other-kin" | "not-kin" | "not-said"); personId?: (string | null); name?: (string | null); document?: ({ kind: ("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none"); number: string } | null); phone?: (string | null); sex?: (("male" | "female") | null); birthDate?: (string | null); moves?: boolean }> } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again"); members: Array<{ id: string; personId: string }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/households/{householdId}': {
    get: {
      parameters: { query?: never; path: { householdId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { id: string; division: string; compoundId: (string | null); block: (string | null); walkOrder: number; door: (string | null); since: string; open: boolean; until: (string | null); reason: (string | null); members: Array<{ membershipId: string; relation: ("head" | "spouse" | "child" | "child-in-law" | "grandchild" | "parent" | "parent-in-law" | "grandparent" | "sibling" | "other-kin" | "not-kin" | "not-said"); since: string; until: (string | null); reason: (string | null); person: { id: string; visible: boolean; division: (string | null); synthetic: boolean; name: (string | null); documentKind: (("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none") | null); document: (string | null); phone: (string | null); plate: (string | null); hasAddress: boolean } }>; earlier: Array<{ membershipId: string; relation: ("head" | "spouse" | "child" | "child-in-law" | "grandchild" | "parent" | "parent-in-law" | "grandparent" | "sibling" | "other-kin" | "not-kin" | "not-said"); since: string; until: (string | null); reason: (string | null); person: { id: string; visible: boolean; division: (string | null); synthetic: boolean; name: (string | null); documentKind: (("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none") | null); document: (string | null); phone: (string | null); plate: (string | null); hasAddress: boolean } }>; dwellings: Array<{ division: string; compoundId: (string | null); block: (string | null); since: string; until: (string | null); reason: (string | null) }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/households/{householdId}/close': {
    post: {
      parameters: { query?: never; path: { householdId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; on: string; reason: ("left-county" | "empty" | "joined-another" | "entered-wrongly"); recordedAt: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/households/{householdId}/members': {
    post: {
      parameters: { query?: never; path: { householdId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { since: string; recordedAt: string; members: Array<{ id: string; relation?: ("head" | "spouse" | "child" | "child-in-law" | "grandchild" | "parent" | "parent-in-law" | "grandparent" | "sibling" | "other-kin" | "not-kin" | "not-said"); personId?: (string | null); name?: (string | null); document?: ({ kind: ("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none"); number: string } | null); phone?: (string | null); sex?: (("male" | "female") | null); birthDate?: (string | null); moves?: boolean }> } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again"); members: Array<{ id: string; personId: string }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/households/{householdId}/move': {
    post: {
      parameters: { query?: never; path: { householdId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; division: string; compoundId?: (string | null); block?: (string | null); walkOrder?: number; door?: (string | null); on: string; recordedAt: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/households/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; division: string; compoundId?: (string | null); block?: (string | null); walkOrder?: number; door?: (string | null); since: string; recordedAt: string; members: Array<{ id: string; relation?: ("head" | "spouse" | "child" | "child-in-law" | "grandchild" | "parent" | "parent-in-law" | "grandparent" | "sibling" | "other-kin" | "not-kin" | "not-said"); personId?: (string | null); name?: (string | null); document?: ({ kind: ("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none"); number: string } | null); phone?: (string | null); sex?: (("male" | "female") | null); birthDate?: (string | null); moves?: boolean }> }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again"); members: Array<{ id: string; personId: string }> } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/inspection-checklists/start': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ key: string; version: number; arrival: ("new" | "again") }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/inspection-finding-steps/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; findingId: string; step: ("rectified" | "passed" | "failed" | "withdrawn"); note?: (string | null); counted?: (number | null); photoIds?: Array<string>; dueAt?: (string | null); recordedAt: string; way?: ("app" | "paper" | "desk"); deviceSeq?: (number | null); corrects?: (string | null); why?: (string | null); voided?: boolean }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again") } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/inspection-findings': {
    get: {
      parameters: { query?: { area?: string; asOf?: string; state?: ("standing" | "overdue" | "open" | "rectified" | "passed" | "withdrawn" | "all"); climbed?: ("place" | "township" | "county"); after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { asOf: string; items: Array<{ id: string; inspectionId: string; division: string; divisionName: string; placeKind: ("township" | "village" | "checkpoint" | "compound" | "site" | "venue"); placeName: string; severity: ("minor" | "serious" | "grave"); what: string; at: string; state: ("open" | "rectified" | "passed" | "withdrawn"); since: string; dueAt: string; overdue: boolean; climbed: (("place" | "township" | "county") | null); byDivision: string }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/inspection-findings/{findingId}/photos': {
    post: {
      parameters: { query?: never; path: { findingId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; content: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again"); sha256: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/inspection-findings/{findingId}/steps': {
    post: {
      parameters: { query?: never; path: { findingId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; step: ("rectified" | "passed" | "failed" | "withdrawn"); note?: (string | null); counted?: (number | null); photoIds?: Array<string>; dueAt?: (string | null); recordedAt: string; way?: ("app" | "paper" | "desk"); deviceSeq?: (number | null); corrects?: (string | null); why?: (string | null); voided?: boolean } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/inspection-heat': {
    get: {
      parameters: { query?: { area?: string; asOf?: string }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { asOf: string; area: string; items: Array<{ division: string; name: string; inspected: number; places: number; findings: number; open: number; waiting: number; overdue: number; passed: number }>; total: { inspected: number; places: number; findings: number; open: number; waiting: number; overdue: number; passed: number } } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/inspection-photos/{photoId}': {
    get: {
      parameters: { query?: never; path: { photoId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { id: string; findingId: string; type: string; content: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/inspection-plans': {
    get: {
      parameters: { query?: { asOf?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; area: string; areaName: string; title: string; placeKinds: Array<("township" | "village" | "checkpoint" | "compound" | "site" | "venue")>; from: string; to: string; wanted: (number | null); unannounced: boolean; checklist: ({ key: string; version: number } | null); endedAt: (string | null); inspected: number; teams: Array<{ id: string; title: string; areas: Array<string>; posts: Array<{ id: string; title: string }>; inspected: number }> }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; area: string; title: string; placeKinds: Array<("township" | "village" | "checkpoint" | "compound" | "site" | "venue")>; from: string; to: string; wanted?: (number | null); unannounced?: boolean; checklist?: ({ key: string; version: number } | null); teams?: Array<{ id: string; title: string; areas?: Array<string>; postIds: Array<string> }> } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/inspection-plans/{planId}/end': {
    post: {
      parameters: { query?: never; path: { planId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; why: string; at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/inspections': {
    get: {
      parameters: { query?: { area?: string; asOf?: string; placeKind?: ("township" | "village" | "checkpoint" | "compound" | "site" | "venue"); manner?: ("planned" | "unannounced" | "led"); planId?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; latestId: string; division: string; divisionName: string; placeKind: ("township" | "village" | "checkpoint" | "compound" | "site" | "venue"); placeId: (string | null); placeName: string; manner: ("planned" | "unannounced" | "led"); planId: (string | null); occurredAt: string; unanswered: number; findings: number; open: number; overdue: number }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; division: string; placeKind: ("township" | "village" | "checkpoint" | "compound" | "site" | "venue"); placeId?: (string | null); placeName?: (string | null); manner?: ("planned" | "unannounced" | "led"); planId?: (string | null); teamId?: (string | null); postIds?: Array<string>; checklist?: ({ key: string; version: number } | null); answers?: Record<string, (boolean | number | string | Array<string>)>; findings?: Array<{ id: string; severity: ("minor" | "serious" | "grave"); what: string; dueAt: string; linkId?: (string | null) }>; note?: (string | null); recordedAt: string; way?: ("app" | "paper" | "desk"); deviceSeq?: (number | null); corrects?: (string | null); why?: (string | null); voided?: boolean } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again"); receivedAt: string; unanswered: number } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/inspections/{inspectionId}': {
    get: {
      parameters: { query?: { asOf?: string }; path: { inspectionId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { asOf: string; inspection: { id: string; latestId: string; division: string; divisionName: string; placeKind: ("township" | "village" | "checkpoint" | "compound" | "site" | "venue"); placeId: (string | null); placeName: string; manner: ("planned" | "unannounced" | "led"); planId: (string | null); occurredAt: string; unanswered: number; findings: number; open: number; overdue: number; byDivision: string; planTitle: (string | null); teamId: (string | null); teamTitle: (string | null); posts: Array<{ id: string; title: string }>; checklist: ({ key: string; version: number } | null); answers: Record<string, (boolean | number | string | Array<string>)>; note: (string | null); voided: boolean; corrections: Array<{ id: string; why: string; receivedAt: string }> }; findings: Array<{ id: string; inspectionId: string; division: string; divisionName: string; placeKind: ("township" | "village" | "checkpoint" | "compound" | "site" | "venue"); placeName: string; severity: ("minor" | "serious" | "grave"); what: string; at: string; state: ("open" | "rectified" | "passed" | "withdrawn"); since: string; dueAt: string; overdue: boolean; climbed: (("place" | "township" | "county") | null); byDivision: string; linkId: (string | null); steps: Array<{ id: string; step: ("rectified" | "passed" | "failed" | "withdrawn"); note: (string | null); counted: (number | null); photoIds: Array<string>; dueAt: (string | null); at: string; corrects: (string | null); why: (string | null); voided: boolean; stands: boolean }>; photoIds: Array<string> }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/inspections/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; division: string; placeKind: ("township" | "village" | "checkpoint" | "compound" | "site" | "venue"); placeId?: (string | null); placeName?: (string | null); manner?: ("planned" | "unannounced" | "led"); planId?: (string | null); teamId?: (string | null); postIds?: Array<string>; checklist?: ({ key: string; version: number } | null); answers?: Record<string, (boolean | number | string | Array<string>)>; findings?: Array<{ id: string; severity: ("minor" | "serious" | "grave"); what: string; dueAt: string; linkId?: (string | null) }>; note?: (string | null); recordedAt: string; way?: ("app" | "paper" | "desk"); deviceSeq?: (number | null); corrects?: (string | null); why?: (string | null); voided?: boolean }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again"); receivedAt: string; unanswered: number } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/isolation/board': {
    get: {
      parameters: { query?: { area?: string }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { at: string; total: { home: number; central: number; endsToday: number; reviewDue: number; reviewOverdue: number; appealed: number }; divisions: Array<{ division: string; name: string; home: number; central: number; endsToday: number; reviewDue: number; reviewOverdue: number; appealed: number }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/isolation/endings/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; orderId: string; recordedAt: string; endedAt: string; why: ("released" | "case-excluded" | "to-hospital" | "died" | "entered-wrongly"); note?: (string | null) }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; orderId: string; arrival: ("new" | "again"); certificateNo: (string | null) } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/isolation/orders': {
    get: {
      parameters: { query?: { state?: ("standing" | "ends-today" | "review-due" | "review-overdue" | "appealed" | "ended"); kind?: ("home" | "central"); area?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; division: string; divisionName: string; person: ({ id: string; visible: boolean; division: (string | null); synthetic: boolean; name: (string | null); documentKind: (("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none") | null); document: (string | null); phone: (string | null); plate: (string | null); hasAddress: boolean } | null); personId: string; householdId: (string | null); kind: ("home" | "central"); profile: string; ground: ("close-contact" | "contact-of-contact" | "affected-area" | "fever" | "asymptomatic" | "discharged"); state: ("standing" | "ended"); startsAt: string; endsAt: string; endsOn: string; reviewOn: string; anchorOn: string; dayNumber: number; documentNo: string; appealed: boolean; endedWhy: (("expired" | "released" | "case-excluded" | "appeal-upheld" | "transferred" | "to-hospital" | "died" | "entered-wrongly") | null); certificateNo: (string | null) }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; division: string; recordedAt: string; personId: string; householdId?: (string | null); kind: ("home" | "central"); disease?: string; source: { kind: ("exposure" | "screening" | "visit" | "agency-list" | "case" | "hand"); ref?: (string | null) }; startsAt: string; anchorKind?: ("last-exposure" | "left-affected-area" | "arrival" | "observation-began"); documentNo: string; authority: string; decider: string; ground: ("close-contact" | "contact-of-contact" | "affected-area" | "fever" | "asymptomatic" | "discharged"); anchorOn: string; endsOn: string; reviewOn: string; appeal: string; proposalId?: (string | null); home?: ({ checkedAt: string; checkedBy: string; met: Array<("own-room" | "alone-in-room" | "no-visitors" | "distance-and-mask" | "own-utensils" | "stays-in" | "waste-bagged" | "doctor-reachable")> } | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again"); profile: string; endsAt: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/isolation/orders/{orderId}': {
    get: {
      parameters: { query?: never; path: { orderId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { id: string; division: string; divisionName: string; person: ({ id: string; visible: boolean; division: (string | null); synthetic: boolean; name: (string | null); documentKind: (("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none") | null); document: (string | null); phone: (string | null); plate: (string | null); hasAddress: boolean } | null); personId: string; householdId: (string | null); kind: ("home" | "central"); profile: string; ground: ("close-contact" | "contact-of-contact" | "affected-area" | "fever" | "asymptomatic" | "discharged"); state: ("standing" | "ended"); startsAt: string; endsAt: string; endsOn: string; reviewOn: string; anchorOn: string; dayNumber: number; documentNo: string; appealed: boolean; endedWhy: (("expired" | "released" | "case-excluded" | "appeal-upheld" | "transferred" | "to-hospital" | "died" | "entered-wrongly") | null); certificateNo: (string | null); authority: string; decider: string; appeal: string; source: { kind: ("exposure" | "screening" | "visit" | "agency-list" | "case" | "hand"); ref: (string | null) }; home: ({ checkedAt: string; checkedBy: string } | null); observation: ({ from: string; to: string; monitoringTo: (string | null); testDays: Array<string>; releaseFrom: string } | null); follows: (string | null); followedBy: (string | null); openAppealId: (string | null); acts: Array<{ type: ("opened" | "extended" | "shortened" | "reviewed" | "appealed" | "appeal-decided" | "ended"); id: string; at: string; endsOn: (string | null); reviewOn: (string | null); documentNo: (string | null); authority: (string | null); decider: (string | null); ground: (("close-contact" | "contact-of-contact" | "affected-area" | "fever" | "asymptomatic" | "discharged") | null); why: (string | null); outcome: (string | null); lodger: (string | null); said: (string | null); appealId: (string | null) }>; passages: Array<{ id: string; checkpoint: string; division: string; at: string }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/isolation/orders/{orderId}/appeals': {
    post: {
      parameters: { query?: never; path: { orderId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; recordedAt: string; lodgedAt: string; lodger: ("person" | "family" | "representative"); said?: (string | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again"); orderId: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/isolation/orders/{orderId}/appeals/{appealId}/decision': {
    post: {
      parameters: { query?: never; path: { orderId: string; appealId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; recordedAt: string; decidedAt: string; outcome: ("upheld" | "rejected" | "withdrawn"); documentNo: string; decider: string; reason: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again"); orderId: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/isolation/orders/{orderId}/certificate': {
    get: {
      parameters: { query?: { paper?: ("a4" | "a5"); language?: ("zh" | "en" | "both") }; path: { orderId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { orderId: string; fileName: string; type: string; content: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/isolation/orders/{orderId}/end': {
    post: {
      parameters: { query?: never; path: { orderId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; recordedAt: string; endedAt: string; why: ("released" | "case-excluded" | "to-hospital" | "died" | "entered-wrongly"); note?: (string | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; orderId: string; arrival: ("new" | "again"); certificateNo: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/isolation/orders/{orderId}/extensions': {
    post: {
      parameters: { query?: never; path: { orderId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; recordedAt: string; decidedAt: string; source: { kind: ("exposure" | "screening" | "visit" | "agency-list" | "case" | "hand"); ref?: (string | null) }; documentNo: string; authority: string; decider: string; ground: ("close-contact" | "contact-of-contact" | "affected-area" | "fever" | "asymptomatic" | "discharged"); anchorOn: string; endsOn: string; reviewOn: string; appeal: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again"); orderId: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/isolation/orders/{orderId}/reading-links': {
    post: {
      parameters: { query?: never; path: { orderId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; recordedAt: string; hours?: number } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; path: string; expiresAt: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/isolation/orders/{orderId}/readings': {
    get: {
      parameters: { query?: never; path: { orderId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { orderId: string; kind: ("home" | "central"); division: string; personId: string; person: ({ id: string; visible: boolean; division: (string | null); synthetic: boolean; name: (string | null); documentKind: (("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none") | null); document: (string | null); phone: (string | null); plate: (string | null); hasAddress: boolean } | null); profile: string; startsAt: string; endsAt: string; anchorOn: string; symptoms: Array<string>; feverC: (number | null); checks: Array<{ day: string; slot: ("day" | "morning" | "noon" | "evening"); opensAt: string; dueAt: string; missedAt: string; standing: ("ahead" | "due" | "done" | "late" | "missed"); reading: ({ id: string; day: string; slot: ("day" | "morning" | "noon" | "evening"); temperatureC: (number | null); site: (("axillary" | "forehead" | "ear" | "wrist") | null); symptoms: Array<string>; fever: boolean; way: ("team" | "phone" | "self" | "paper" | "site"); doubt: (("ahead-of-receipt" | "day-apart" | "outside-observation") | null); occurredAt: string; recordedAt: string; receivedAt: string; corrects: (string | null) } | null) }>; others: Array<{ id: string; day: string; slot: ("day" | "morning" | "noon" | "evening"); temperatureC: (number | null); site: (("axillary" | "forehead" | "ear" | "wrist") | null); symptoms: Array<string>; fever: boolean; way: ("team" | "phone" | "self" | "paper" | "site"); doubt: (("ahead-of-receipt" | "day-apart" | "outside-observation") | null); occurredAt: string; recordedAt: string; receivedAt: string; corrects: (string | null) }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path: { orderId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; deviceSeq?: (number | null); recordedAt: string; day?: (string | null); slot?: (("day" | "morning" | "noon" | "evening") | null); temperatureC: (number | null); site?: ("axillary" | "forehead" | "ear" | "wrist"); symptoms?: Array<string>; way?: ("team" | "phone" | "self" | "paper" | "site"); corrects?: (string | null); why?: (string | null); voided?: boolean } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again"); receivedAt: string; day: string; slot: ("day" | "morning" | "noon" | "evening"); abnormal: boolean; doubt: (("ahead-of-receipt" | "day-apart" | "outside-observation") | null); caseId: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/isolation/orders/{orderId}/reviews': {
    post: {
      parameters: { query?: never; path: { orderId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; recordedAt: string; reviewedAt: string; reviewer: string; homeMet?: (Array<("own-room" | "alone-in-room" | "no-visitors" | "distance-and-mask" | "own-utensils" | "stays-in" | "waste-bagged" | "doctor-reachable")> | null); nextOn: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again"); orderId: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/isolation/orders/{orderId}/sheet': {
    get: {
      parameters: { query?: { language?: ("zh" | "en") }; path: { orderId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { fileName: string; type: string; content: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/isolation/orders/{orderId}/shortenings': {
    post: {
      parameters: { query?: never; path: { orderId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; recordedAt: string; endsOn: string; decider: string; why: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again"); orderId: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/isolation/orders/{orderId}/slip': {
    post: {
      parameters: { query?: never; path: { orderId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; contact: string; paper?: ("a4" | "a5"); language?: ("zh" | "en" | "both") } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { orderId: string; fileName: string; type: string; content: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/isolation/orders/{orderId}/transfers': {
    post: {
      parameters: { query?: never; path: { orderId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; recordedAt: string; movedAt: string; kind: ("home" | "central"); division: string; householdId?: (string | null); home?: ({ checkedAt: string; checkedBy: string; met: Array<("own-room" | "alone-in-room" | "no-visitors" | "distance-and-mask" | "own-utensils" | "stays-in" | "waste-bagged" | "doctor-reachable")> } | null); decided?: ({ source: { kind: ("exposure" | "screening" | "visit" | "agency-list" | "case" | "hand"); ref?: (string | null) }; documentNo: string; authority: string; decider: string; ground: ("close-contact" | "contact-of-contact" | "affected-area" | "fever" | "asymptomatic" | "discharged"); anchorOn: string; endsOn: string; reviewOn: string; appeal: string } | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again"); orderId: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/isolation/orders/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; division: string; recordedAt: string; personId: string; householdId?: (string | null); kind: ("home" | "central"); disease?: string; source: { kind: ("exposure" | "screening" | "visit" | "agency-list" | "case" | "hand"); ref?: (string | null) }; startsAt: string; anchorKind?: ("last-exposure" | "left-affected-area" | "arrival" | "observation-began"); documentNo: string; authority: string; decider: string; ground: ("close-contact" | "contact-of-contact" | "affected-area" | "fever" | "asymptomatic" | "discharged"); anchorOn: string; endsOn: string; reviewOn: string; appeal: string; proposalId?: (string | null); home?: ({ checkedAt: string; checkedBy: string; met: Array<("own-room" | "alone-in-room" | "no-visitors" | "distance-and-mask" | "own-utensils" | "stays-in" | "waste-bagged" | "doctor-reachable")> } | null) }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again"); profile: string; endsAt: string } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/isolation/proposals': {
    get: {
      parameters: { query?: { area?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; division: string; divisionName: string; person: ({ id: string; visible: boolean; division: (string | null); synthetic: boolean; name: (string | null); documentKind: (("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none") | null); document: (string | null); phone: (string | null); plate: (string | null); hasAddress: boolean } | null); personId: string; householdId: (string | null); kind: ("home" | "central"); ground: ("close-contact" | "contact-of-contact" | "affected-area" | "fever" | "asymptomatic" | "discharged"); anchorOn: string; source: { kind: ("exposure" | "screening" | "visit" | "agency-list" | "case" | "hand"); ref: (string | null) }; home: ({ checkedAt: string; checkedBy: string; met: Array<string> } | null); proposedAt: string }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; division: string; recordedAt: string; personId: string; householdId?: (string | null); kind: ("home" | "central"); source: { kind: ("exposure" | "screening" | "visit" | "agency-list" | "case" | "hand"); ref?: (string | null) }; ground: ("close-contact" | "contact-of-contact" | "affected-area" | "fever" | "asymptomatic" | "discharged"); anchorOn: string; home?: ({ checkedAt: string; checkedBy: string; met: Array<("own-room" | "alone-in-room" | "no-visitors" | "distance-and-mask" | "own-utensils" | "stays-in" | "waste-bagged" | "doctor-reachable")> } | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/isolation/proposals/{proposalId}/decline': {
    post: {
      parameters: { query?: never; path: { proposalId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; recordedAt: string; reason: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/isolation/reading-plans': {
    get: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { day: string; inForce: { windows: { 1: Array<{ slot: ("day" | "morning" | "noon" | "evening"); opens: number; due: number; missed: number }>; 2: Array<{ slot: ("day" | "morning" | "noon" | "evening"); opens: number; due: number; missed: number }>; 3: Array<{ slot: ("day" | "morning" | "noon" | "evening"); opens: number; due: number; missed: number }> }; climb: { village: number; township: number; county: number } }; items: Array<{ since: string; body: { windows: { 1: Array<{ slot: ("day" | "morning" | "noon" | "evening"); opens: number; due: number; missed: number }>; 2: Array<{ slot: ("day" | "morning" | "noon" | "evening"); opens: number; due: number; missed: number }>; 3: Array<{ slot: ("day" | "morning" | "noon" | "evening"); opens: number; due: number; missed: number }> }; climb: { village: number; township: number; county: number } } }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; since: string; body: { windows: { 1: Array<{ slot: ("day" | "morning" | "noon" | "evening"); opens: number; due: number; missed: number }>; 2: Array<{ slot: ("day" | "morning" | "noon" | "evening"); opens: number; due: number; missed: number }>; 3: Array<{ slot: ("day" | "morning" | "noon" | "evening"); opens: number; due: number; missed: number }> }; climb: { village: number; township: number; county: number } } } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/isolation/reading-sheets': {
    get: {
      parameters: { query: { division: string; after?: string; language?: ("zh" | "en") }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { fileName: string; type: string; content: string; people: number; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/isolation/reading-sheets/{code}': {
    get: {
      parameters: { query?: never; path: { code: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { orderId: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/isolation/readings/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; orderId: string; deviceSeq?: (number | null); recordedAt: string; day?: (string | null); slot?: (("day" | "morning" | "noon" | "evening") | null); temperatureC: (number | null); site?: ("axillary" | "forehead" | "ear" | "wrist"); symptoms?: Array<string>; way?: ("team" | "phone" | "self" | "paper" | "site"); corrects?: (string | null); why?: (string | null); voided?: boolean }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again"); receivedAt: string; day: string; slot: ("day" | "morning" | "noon" | "evening"); abnormal: boolean; doubt: (("ahead-of-receipt" | "day-apart" | "outside-observation") | null); caseId: (string | null) } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/isolation/readings/board': {
    get: {
      parameters: { query?: { area?: string; asOf?: string }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { day: string; asOf: string; area: string; observed: number; total: Array<{ slot: ("day" | "morning" | "noon" | "evening"); owed: number; done: number; late: number; due: number; missed: number; abnormal: number }>; divisions: Array<{ division: string; name: string; observed: number; slots: Array<{ slot: ("day" | "morning" | "noon" | "evening"); owed: number; done: number; late: number; due: number; missed: number; abnormal: number }>; climbing: { village: number; township: number; county: number } }>; climbing: { village: number; township: number; county: number } } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/isolation/readings/climbing': {
    get: {
      parameters: { query?: { area?: string; level?: ("village" | "township" | "county"); after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ orderId: string; kind: ("home" | "central"); division: string; personId: string; person: ({ id: string; visible: boolean; division: (string | null); synthetic: boolean; name: (string | null); documentKind: (("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none") | null); document: (string | null); phone: (string | null); plate: (string | null); hasAddress: boolean } | null); day: string; slot: ("day" | "morning" | "noon" | "evening"); missedAt: string; level: ("village" | "township" | "county"); lastReadingAt: (string | null) }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/isolation/readings/doubtful': {
    get: {
      parameters: { query?: { area?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; day: string; slot: ("day" | "morning" | "noon" | "evening"); temperatureC: (number | null); site: (("axillary" | "forehead" | "ear" | "wrist") | null); symptoms: Array<string>; fever: boolean; way: ("team" | "phone" | "self" | "paper" | "site"); doubt: (("ahead-of-receipt" | "day-apart" | "outside-observation") | null); occurredAt: string; recordedAt: string; receivedAt: string; corrects: (string | null); orderId: string; kind: ("home" | "central"); division: string; personId: string; person: ({ id: string; visible: boolean; division: (string | null); synthetic: boolean; name: (string | null); documentKind: (("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none") | null); document: (string | null); phone: (string | null); plate: (string | null); hasAddress: boolean } | null) }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/isolation/slips': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; documentNo?: (string | null); division?: (string | null); contact: string; paper?: ("a4" | "a5"); language?: ("zh" | "en" | "both") } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { fileName: string; type: string; content: string; people: number } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/isolation/status': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { code: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { kind: ("home" | "central"); state: ("standing" | "ended"); startsAt: string; endsAt: string; endsOn: string; reviewOn: string; documentNo: string; authority: string; appeal: string; contact: string; endedWhy: (("expired" | "released" | "case-excluded" | "appeal-upheld" | "transferred" | "to-hospital" | "died" | "entered-wrongly") | null); certificateNo: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/isolation/work': {
    get: {
      parameters: { query?: { area?: string; kind?: ("home" | "central"); state?: ("open" | "abnormal" | "all"); after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ orderId: string; kind: ("home" | "central"); division: string; personId: string; person: ({ id: string; visible: boolean; division: (string | null); synthetic: boolean; name: (string | null); documentKind: (("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none") | null); document: (string | null); phone: (string | null); plate: (string | null); hasAddress: boolean } | null); householdId: (string | null); block: (string | null); door: (string | null); dayNumber: number; lastDay: string; startsAt: string; endsAt: string; checksPerDay: number; symptoms: Array<string>; checks: Array<{ day: string; slot: ("day" | "morning" | "noon" | "evening"); opensAt: string; dueAt: string; missedAt: string; standing: ("ahead" | "due" | "done" | "late" | "missed"); reading: ({ id: string; day: string; slot: ("day" | "morning" | "noon" | "evening"); temperatureC: (number | null); site: (("axillary" | "forehead" | "ear" | "wrist") | null); symptoms: Array<string>; fever: boolean; way: ("team" | "phone" | "self" | "paper" | "site"); doubt: (("ahead-of-receipt" | "day-apart" | "outside-observation") | null); occurredAt: string; recordedAt: string; receivedAt: string; corrects: (string | null) } | null) }> }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/jobs/backups': {
    get: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { standing: ("off" | "failed" | "overdue" | "unverified" | "sound"); automatic: boolean; keepDays: (number | null); madeAt: (string | null); rows: (number | null); bytes: (number | null); tookMs: (number | null); failedAt: (string | null); fault: ({ zh: string; en: string } | null); verifiedAt: (string | null); verifyFailedAt: (string | null); verifyFault: ({ zh: string; en: string } | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/jobs/failed': {
    get: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; name: string; state: ("failed" | "overdue"); tries: number; fault: (string | null); queuedAt: string; failedAt: (string | null) }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/legal-notices/{measure}': {
    get: {
      parameters: { query?: never; path: { measure: ("isolation" | "closure" | "checkpoint" | "directive") }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { address: string; items: Array<{ pieceId: string; measures: Array<("isolation" | "closure" | "checkpoint" | "directive")>; publishedAt: string; signed: Array<string>; texts: Array<{ lang: string; title: string; blocks: Array<({ kind: "heading"; text: string } | { kind: "paragraph"; text: string } | { kind: "list"; items: Array<string> })>; duties: Array<string>; rights: Array<string> }> }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/line-list': {
    get: {
      parameters: { query: { category: string; area?: string; asOf?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ person: { id: string; visible: boolean; division: (string | null); synthetic: boolean; name: (string | null); documentKind: (("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none") | null); document: (string | null); phone: (string | null); plate: (string | null); hasAddress: boolean }; division: string; since: string; until: (string | null); categories: Array<string> }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/line-list/categories': {
    get: {
      parameters: { query?: { area?: string; asOf?: string }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { asOf: string; area: string; items: Array<{ code: string; version: number; zh: string; en: string; within: (string | null); condition: { any: Array<({ travel: { into?: true; from?: Array<string>; via?: Array<string>; to?: Array<string>; since?: string; until?: string; days?: number } } | { contact: { with: string; kinds?: Array<("household" | "caregiver" | "aerosol-procedure" | "same-ward" | "same-room" | "shared-meal" | "shared-utensils" | "secretions" | "visiting" | "same-vehicle" | "judgement" | "other")>; since?: string } } | { place: { key: string; since?: string } } | { illness: { states: Array<("fever" | "suspected" | "confirmed" | "asymptomatic" | "excluded")> } } | { member: string })>; unless?: Array<string> }; place: number; members: number }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { code: string; version?: number; zh: string; en: string; within?: (string | null); condition: { any: Array<({ travel: { into?: true; from?: Array<string>; via?: Array<string>; to?: Array<string>; since?: string; until?: string; days?: number } } | { contact: { with: string; kinds?: Array<("household" | "caregiver" | "aerosol-procedure" | "same-ward" | "same-room" | "shared-meal" | "shared-utensils" | "secretions" | "visiting" | "same-vehicle" | "judgement" | "other")>; since?: string } } | { place: { key: string; since?: string } } | { illness: { states: Array<("fever" | "suspected" | "confirmed" | "asymptomatic" | "excluded")> } } | { member: string })>; unless?: Array<string> }; place?: number; retired?: boolean } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { code: string; version: number; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/line-list/start': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { categories: number; places: number } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/lodgings/{lodgingId}/counselling': {
    post: {
      parameters: { query?: never; path: { lodgingId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; followUp: ("none" | "again" | "referred"); dueOn?: (string | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/lodgings/{lodgingId}/diet': {
    post: {
      parameters: { query?: never; path: { lodgingId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; needs: Array<string> } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/lodgings/{lodgingId}/leaving': {
    post: {
      parameters: { query?: never; path: { lodgingId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; whereto: ("released" | "hospital" | "other-site" | "home-isolation" | "mistaken") } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/lodgings/{lodgingId}/moves': {
    post: {
      parameters: { query?: never; path: { lodgingId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; roomId: string; beside?: ({ lodgingId: string; ground: ("child" | "carer" | "cannot-be-alone") } | null); why: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/lodgings/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; siteId: string; at: string; roomId: string; orderId: string; beside?: ({ lodgingId: string; ground: ("child" | "carer" | "cannot-be-alone") } | null); needs?: Array<string> }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again") } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/loudspeaker-coverage': {
    get: {
      parameters: { query?: { since?: string; until?: string; pieceId?: string }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { since: string; until: string; villages: number; heard: number; silent: number; items: Array<{ division: string; name: string; township: string; loudspeakers: number; working: number; planned: number; played: number; missed: number; minutes: number; lastAt: (string | null); quiet: (("no-loudspeaker" | "broken" | "nothing-planned" | "not-reported" | "not-played") | null) }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/loudspeakers': {
    get: {
      parameters: { query?: { division?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; division: string; name: string; state: ("working" | "broken" | "removed") }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/loudspeakers/{loudspeakerId}/turns': {
    post: {
      parameters: { query?: never; path: { loudspeakerId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; turn: ("broken" | "repaired" | "removed"); at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/loudspeakers/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; division: string; name: string; at: string }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again") } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/me': {
    get: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { account: { id: string; signInName: string; name: string; language: ("zh" | "en") }; county: number; division: string; role: ("county-desk" | "data-verifier" | "township-officer" | "village-cadre" | "checkpoint-shift" | "isolation-staff" | "supplies-keeper" | "publicity-editor" | "auditor" | "administrator"); placeId: (string | null); seat: { id: string; division: string; role: ("county-desk" | "data-verifier" | "township-officer" | "village-cadre" | "checkpoint-shift" | "isolation-staff" | "supplies-keeper" | "publicity-editor" | "auditor" | "administrator"); placeId: (string | null); title: string }; otherSeats: Array<{ id: string; division: string; role: ("county-desk" | "data-verifier" | "township-officer" | "village-cadre" | "checkpoint-shift" | "isolation-staff" | "supplies-keeper" | "publicity-editor" | "auditor" | "administrator"); placeId: (string | null); title: string }>; deviceId: (string | null); verbs: Array<string>; todo: Array<("password" | "second-factor" | "recovery-codes")>; secureFirst: Array<("password" | "second-factor")>; security: { signedInBy: ("password" | "authenticator" | "recovery-code" | "passkey" | "welcome-code"); sessionExpiresAt: string; factorFresh: boolean; authenticator: boolean; recoveryCodesLeft: number; passkeysPossible: boolean; passkeys: Array<{ id: string; label: string; madeAt: string; lastUsedAt: (string | null) }> } } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/me/authenticator': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { uri: string; secret: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/me/authenticator/confirm': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { code: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { recoveryCodes: Array<string> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/me/language': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { language: ("zh" | "en") } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { done: true } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/me/passkeys': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { challenge: string; label: string; response: Record<string, unknown> } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/me/passkeys/{id}/remove': {
    post: {
      parameters: { query?: never; path: { id: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { done: true } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/me/passkeys/options': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { challenge: string; options: Record<string, unknown> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/me/password': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { current?: string; password: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { done: true } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/me/recovery-codes': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { recoveryCodes: Array<string> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/me/seat': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { seatId: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { outcome: "signed-in"; token: string; expiresAt: string; me: { account: { id: string; signInName: string; name: string; language: ("zh" | "en") }; county: number; division: string; role: ("county-desk" | "data-verifier" | "township-officer" | "village-cadre" | "checkpoint-shift" | "isolation-staff" | "supplies-keeper" | "publicity-editor" | "auditor" | "administrator"); placeId: (string | null); seat: { id: string; division: string; role: ("county-desk" | "data-verifier" | "township-officer" | "village-cadre" | "checkpoint-shift" | "isolation-staff" | "supplies-keeper" | "publicity-editor" | "auditor" | "administrator"); placeId: (string | null); title: string }; otherSeats: Array<{ id: string; division: string; role: ("county-desk" | "data-verifier" | "township-officer" | "village-cadre" | "checkpoint-shift" | "isolation-staff" | "supplies-keeper" | "publicity-editor" | "auditor" | "administrator"); placeId: (string | null); title: string }>; deviceId: (string | null); verbs: Array<string>; todo: Array<("password" | "second-factor" | "recovery-codes")>; secureFirst: Array<("password" | "second-factor")>; security: { signedInBy: ("password" | "authenticator" | "recovery-code" | "passkey" | "welcome-code"); sessionExpiresAt: string; factorFresh: boolean; authenticator: boolean; recoveryCodesLeft: number; passkeysPossible: boolean; passkeys: Array<{ id: string; label: string; madeAt: string; lastUsedAt: (string | null) }> } } } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/me/sessions': {
    get: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; current: boolean; seatId: string; deviceId: (string | null); signedInBy: ("password" | "authenticator" | "recovery-code" | "passkey" | "welcome-code"); beganAt: string; lastUsedAt: string; expiresAt: string }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/me/sessions/{id}/end': {
    post: {
      parameters: { query?: never; path: { id: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { ended: number } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/me/sessions/end': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { ended: number } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/me/step-up': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { code: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { freshUntil: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/me/step-up/passkey': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { challenge: string; response: Record<string, unknown> } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { freshUntil: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/me/step-up/passkey/options': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { challenge: string; options: Record<string, unknown> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/measures': {
    get: {
      parameters: { query?: { documentId?: string; standing?: string; asOf?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; documentId: string; number: string; documentTitle: string; documentState: ("issued" | "withdrawn" | "superseded"); issuedAt: string; nth: number; point: (number | null); title: string; details: (string | null); asks: { words: boolean; count: (string | null); photo: boolean }; tasks: number; dueAt: (string | null); counts: Record<string, number> }>; next: (string | null); asOf: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/memberships/{membershipId}/end': {
    post: {
      parameters: { query?: never; path: { membershipId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; on: string; reason: ("left-county" | "died" | "entered-wrongly"); recordedAt: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/memberships/{membershipId}/move': {
    post: {
      parameters: { query?: never; path: { membershipId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; householdId: string; relation?: ("head" | "spouse" | "child" | "child-in-law" | "grandchild" | "parent" | "parent-in-law" | "grandparent" | "sibling" | "other-kin" | "not-kin" | "not-said"); on: string; recordedAt: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/memberships/{membershipId}/relation': {
    post: {
      parameters: { query?: never; path: { membershipId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; relation: ("head" | "spouse" | "child" | "child-in-law" | "grandchild" | "parent" | "parent-in-law" | "grandparent" | "sibling" | "other-kin" | "not-kin" | "not-said"); on: string; recordedAt: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/organisation': {
    get: {
      parameters: { query?: { asOf?: string }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { asOf: string; bodies: Array<{ id: string; division: string; parentId: (string | null); kind: ("leading-group" | "office" | "special-group" | "task-force" | "site-command"); title: string; mandate: string; telephone: (string | null); nth: number; at: string; members: Array<{ id: string; postId: string; role: ("head" | "deputy" | "member" | "liaison"); title: string; holderName: (string | null); fromOn: string; toOn: (string | null) }> }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/organisation/bodies': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; division: string; parentId?: (string | null); kind: ("leading-group" | "office" | "special-group" | "task-force" | "site-command"); title: string; mandate: string; telephone?: (string | null); nth?: number; at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/organisation/bodies/{bodyId}/duties': {
    post: {
      parameters: { query?: never; path: { bodyId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; postId: string; telephone?: (string | null); startsAt: string; endsAt: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/organisation/bodies/{bodyId}/end': {
    post: {
      parameters: { query?: never; path: { bodyId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; documentNo: string; at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/organisation/bodies/{bodyId}/members': {
    post: {
      parameters: { query?: never; path: { bodyId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; postId: string; role: ("head" | "deputy" | "member" | "liaison"); fromOn: string; toOn?: (string | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/organisation/bodies/{bodyId}/rota': {
    get: {
      parameters: { query: { from: string; till: string }; path: { bodyId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { bodyId: string; title: string; duties: Array<{ id: string; postId: string; postTitle: string; holderName: (string | null); telephone: (string | null); startsAt: string; endsAt: string; notes: Array<{ id: string; note: string; at: string }> }>; gaps: Array<{ startsAt: string; endsAt: string }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/organisation/bodies/{bodyId}/rota/calendar': {
    get: {
      parameters: { query: { from: string; till: string }; path: { bodyId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { fileName: string; type: string; content: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/organisation/members/{memberId}/end': {
    post: {
      parameters: { query?: never; path: { memberId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; toOn: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/organisation/print': {
    get: {
      parameters: { query: { what: ("chart" | "contacts"); format?: ("pdf" | "svg"); language?: ("zh" | "en"); asOf?: string }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { fileName: string; type: string; content: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/passages/{passageId}/corrections': {
    post: {
      parameters: { query?: never; path: { passageId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; recordedAt: string; why: string; voided?: boolean; temperatureC?: (number | null); site?: ("forehead" | "axillary" | "ear" | "wrist"); symptoms?: Array<("cough" | "sputum" | "sore-throat" | "runny-nose" | "weakness" | "muscle-pain" | "headache" | "chills" | "shortness-of-breath" | "chest-tightness" | "diarrhoea" | "vomiting")>; decision?: ("pass" | "turned-back" | "medical" | "refused"); reason?: (("no-need-to-travel" | "from-affected-area" | "no-proof-of-residence" | "fever" | "symptoms" | "would-not-be-measured" | "would-not-register" | "other") | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again"); receivedAt: string; fever: boolean; handOverId: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/passages/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; checkpointId: string; shiftId?: (string | null); deviceSeq?: (number | null); recordedAt: string; direction?: ("in" | "out"); traveller?: (({ personId: string } | { name: (string | null); document: ({ kind: ("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none"); number: string } | null); phone: (string | null) }) | null); vehicleId?: (string | null); plate?: (string | null); temperatureC: (number | null); site?: ("forehead" | "axillary" | "ear" | "wrist"); symptoms?: Array<("cough" | "sputum" | "sore-throat" | "runny-nose" | "weakness" | "muscle-pain" | "headache" | "chills" | "shortness-of-breath" | "chest-tightness" | "diarrhoea" | "vomiting")>; fromCode?: (string | null); toDivision?: (string | null); decision: ("pass" | "turned-back" | "medical" | "refused"); reason?: (("no-need-to-travel" | "from-affected-area" | "no-proof-of-residence" | "fever" | "symptoms" | "would-not-be-measured" | "would-not-register" | "other") | null); fromTallyId?: (string | null) }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again"); receivedAt: string; fever: boolean; handOverId: (string | null); underOrder: (("home" | "central") | null) } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/people': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; division: string; recordedAt: string; name?: (string | null); document?: ({ kind: ("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none"); number: string } | null); phone?: (string | null); address?: (string | null); plate?: (string | null); sex?: (("male" | "female") | null); birthDate?: (string | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { personId: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/people/{personId}': {
    get: {
      parameters: { query?: never; path: { personId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { id: string; visible: boolean; division: (string | null); synthetic: boolean; name: (string | null); documentKind: (("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none") | null); document: (string | null); phone: (string | null); plate: (string | null); hasAddress: boolean } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/people/{personId}/accesses': {
    get: {
      parameters: { query?: { after?: string; limit?: number }; path: { personId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ at: string; role: string; division: string; purpose: string; fields: Array<("name" | "document" | "phone" | "address" | "plate")> }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/people/{personId}/card': {
    get: {
      parameters: { query?: never; path: { personId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { person: { id: string; visible: boolean; division: (string | null); synthetic: boolean; name: (string | null); documentKind: (("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none") | null); document: (string | null); phone: (string | null); plate: (string | null); hasAddress: boolean }; ids: Array<string>; memberships: Array<{ membershipId: string; householdId: string; division: string; block: (string | null); relation: string; since: string; until: (string | null); reason: (string | null) }>; merges: Array<{ id: string; keptId: string; mergedId: string; ground: string; at: string; undoneAt: (string | null) }>; alike: Array<string> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/people/{personId}/statements': {
    post: {
      parameters: { query?: never; path: { personId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; recordedAt: string; name?: (string | null); document?: ({ kind: ("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none"); number: string } | null); phone?: (string | null); address?: (string | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { personId: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/people/{personId}/unmask': {
    post: {
      parameters: { query?: never; path: { personId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { fields: Array<("name" | "document" | "phone" | "address" | "plate")> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { id: string; documentKind: (("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none") | null); shown: { name?: (string | null); document?: (string | null); phone?: (string | null); address?: (string | null); plate?: (string | null) } } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/people/compare': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { oneId: string; otherId: string } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { notedAt: (string | null); one: { person: { id: string; visible: boolean; division: (string | null); synthetic: boolean; name: (string | null); documentKind: (("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none") | null); document: (string | null); phone: (string | null); plate: (string | null); hasAddress: boolean }; home: ({ householdId: string; division: string; block: (string | null); relation: string } | null) }; other: { person: { id: string; visible: boolean; division: (string | null); synthetic: boolean; name: (string | null); documentKind: (("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none") | null); document: (string | null); phone: (string | null); plate: (string | null); hasAddress: boolean }; home: ({ householdId: string; division: string; block: (string | null); relation: string } | null) }; same: { name: (boolean | null); sound: (boolean | null); document: (boolean | null); birthday: (boolean | null); phone: (boolean | null) } } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/people/different': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; oneId: string; otherId: string; ground: string; recordedAt: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/people/find': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': ({ by: "document"; document: { kind: ("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none"); number: string } } | { by: "phone"; phone: string } | { by: "plate"; plate: string }) } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; visible: boolean; division: (string | null); synthetic: boolean; name: (string | null); documentKind: (("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none") | null); document: (string | null); phone: (string | null); plate: (string | null); hasAddress: boolean }>; more: boolean } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/people/likeness': {
    get: {
      parameters: { query?: { after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ notedAt: (string | null); one: { person: { id: string; visible: boolean; division: (string | null); synthetic: boolean; name: (string | null); documentKind: (("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none") | null); document: (string | null); phone: (string | null); plate: (string | null); hasAddress: boolean }; home: ({ householdId: string; division: string; block: (string | null); relation: string } | null) }; other: { person: { id: string; visible: boolean; division: (string | null); synthetic: boolean; name: (string | null); documentKind: (("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none") | null); document: (string | null); phone: (string | null); plate: (string | null); hasAddress: boolean }; home: ({ householdId: string; division: string; block: (string | null); relation: string } | null) }; same: { name: (boolean | null); sound: (boolean | null); document: (boolean | null); birthday: (boolean | null); phone: (boolean | null) } }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/people/merges': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; keptId: string; mergedId: string; ground: string; recordedAt: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/people/merges/{mergeId}/undo': {
    post: {
      parameters: { query?: never; path: { mergeId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; ground: string; recordedAt: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/people/purposes': {
    get: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ code: string; zh: string; en: string; basis: string; roles: Array<string>; since: string }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/people/search': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { q: string; division?: string; after?: string; limit?: number } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { by: Array<("name" | "latin" | "tail4" | "tail6" | "phone" | "document")>; items: Array<{ person: { id: string; visible: boolean; division: (string | null); synthetic: boolean; name: (string | null); documentKind: (("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none") | null); document: (string | null); phone: (string | null); plate: (string | null); hasAddress: boolean }; home: ({ householdId: string; division: string; block: (string | null); relation: string } | null) }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/piece-previews': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { division: string; kind: ("leaflet" | "broadcast" | "open-letter" | "appeal" | "notice" | "answer" | "legal-notice"); content: { audience?: Array<("everybody" | "returned" | "isolated" | "elderly" | "parents" | "businesses" | "staff")>; texts: Array<{ lang: string; title: string; blocks?: Array<({ kind: "heading"; text: string } | { kind: "paragraph"; text: string } | { kind: "list"; items: Array<string> })>; duties?: Array<string>; rights?: Array<string> }>; signed: Array<string>; alert?: ({ event: string; responses?: Array<("Shelter" | "Evacuate" | "Prepare" | "Execute" | "Avoid" | "Monitor" | "Assess" | "AllClear" | "None")>; urgency: ("Immediate" | "Expected" | "Future" | "Past" | "Unknown"); severity: ("Extreme" | "Severe" | "Moderate" | "Minor" | "Unknown"); certainty: ("Observed" | "Likely" | "Possible" | "Unlikely" | "Unknown"); expires?: (string | null) } | null); measures?: Array<("isolation" | "closure" | "checkpoint" | "directive")> }; channel: ("board" | "rss" | "atom" | "cap" | "email" | "webhook" | "wechat" | "radio" | "television" | "print" | "loudspeakers" | "emergency-broadcast") } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { fileName: string; type: string; content: string; seconds: (number | null); remarks: Array<{ path: string; zh: string; en: string }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/pieces': {
    get: {
      parameters: { query?: { kind?: ("leaflet" | "broadcast" | "open-letter" | "appeal" | "notice" | "answer" | "legal-notice"); state?: ("open" | "standing" | "withdrawn" | "all"); documentId?: string; topicId?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; division: string; kind: ("leaflet" | "broadcast" | "open-letter" | "appeal" | "notice" | "answer" | "legal-notice"); title: string; state: ("drafting" | "submitted" | "approved" | "published" | "corrected" | "withdrawn" | "abandoned"); languages: Array<string>; documentId: (string | null); topicId: (string | null); publishedAt: (string | null); receivedAt: string }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; versionId: string; division: string; kind: ("leaflet" | "broadcast" | "open-letter" | "appeal" | "notice" | "answer" | "legal-notice"); documentId?: (string | null); topicId?: (string | null); content: { audience?: Array<("everybody" | "returned" | "isolated" | "elderly" | "parents" | "businesses" | "staff")>; texts: Array<{ lang: string; title: string; blocks?: Array<({ kind: "heading"; text: string } | { kind: "paragraph"; text: string } | { kind: "list"; items: Array<string> })>; duties?: Array<string>; rights?: Array<string> }>; signed: Array<string>; alert?: ({ event: string; responses?: Array<("Shelter" | "Evacuate" | "Prepare" | "Execute" | "Avoid" | "Monitor" | "Assess" | "AllClear" | "None")>; urgency: ("Immediate" | "Expected" | "Future" | "Past" | "Unknown"); severity: ("Extreme" | "Severe" | "Moderate" | "Minor" | "Unknown"); certainty: ("Observed" | "Likely" | "Possible" | "Unlikely" | "Unknown"); expires?: (string | null) } | null); measures?: Array<("isolation" | "closure" | "checkpoint" | "directive")> } } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; nth: number; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/pieces/{pieceId}': {
    get: {
      parameters: { query?: never; path: { pieceId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { id: string; division: string; kind: ("leaflet" | "broadcast" | "open-letter" | "appeal" | "notice" | "answer" | "legal-notice"); title: string; state: ("drafting" | "submitted" | "approved" | "published" | "corrected" | "withdrawn" | "abandoned"); languages: Array<string>; documentId: (string | null); topicId: (string | null); publishedAt: (string | null); receivedAt: string; content: { audience: Array<("everybody" | "returned" | "isolated" | "elderly" | "parents" | "businesses" | "staff")>; texts: Array<{ lang: string; title: string; blocks: Array<({ kind: "heading"; text: string } | { kind: "paragraph"; text: string } | { kind: "list"; items: Array<string> })>; duties: Array<string>; rights: Array<string> }>; signed: Array<string>; alert: ({ event: string; responses: Array<("Shelter" | "Evacuate" | "Prepare" | "Execute" | "Avoid" | "Monitor" | "Assess" | "AllClear" | "None")>; urgency: ("Immediate" | "Expected" | "Future" | "Past" | "Unknown"); severity: ("Extreme" | "Severe" | "Moderate" | "Minor" | "Unknown"); certainty: ("Observed" | "Likely" | "Possible" | "Unlikely" | "Unknown"); expires: (string | null) } | null); measures?: Array<("isolation" | "closure" | "checkpoint" | "directive")> }; versionId: (string | null); version: (number | null); withdrawn: ({ at: string; why: string } | null); editions: Array<{ id: string; nth: number; title: string; at: string; why: (string | null); sha256: string }>; steps: Array<{ step: ("submitted" | "returned" | "approved" | "abandoned"); version: number; note: (string | null); at: string; mine: boolean }>; next: Array<("revised" | "submitted" | "returned" | "approved" | "abandoned" | "published" | "withdrawn")>; seconds: { radio: number; television: number; loudspeakers: number } } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/pieces/{pieceId}/dispatches': {
    post: {
      parameters: { query?: never; path: { pieceId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; channelId: string; at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/pieces/{pieceId}/publications': {
    post: {
      parameters: { query?: never; path: { pieceId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; versionId: string; at: string; why?: (string | null); channels?: Array<string> } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; nth: number; sha256: string; dispatches: number; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/pieces/{pieceId}/steps': {
    post: {
      parameters: { query?: never; path: { pieceId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; versionId: string; step: ("submitted" | "returned" | "approved" | "abandoned"); note?: (string | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; state: ("drafting" | "submitted" | "approved" | "published" | "corrected" | "withdrawn" | "abandoned"); arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/pieces/{pieceId}/versions': {
    post: {
      parameters: { query?: never; path: { pieceId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; onVersion: string; content: { audience?: Array<("everybody" | "returned" | "isolated" | "elderly" | "parents" | "businesses" | "staff")>; texts: Array<{ lang: string; title: string; blocks?: Array<({ kind: "heading"; text: string } | { kind: "paragraph"; text: string } | { kind: "list"; items: Array<string> })>; duties?: Array<string>; rights?: Array<string> }>; signed: Array<string>; alert?: ({ event: string; responses?: Array<("Shelter" | "Evacuate" | "Prepare" | "Execute" | "Avoid" | "Monitor" | "Assess" | "AllClear" | "None")>; urgency: ("Immediate" | "Expected" | "Future" | "Past" | "Unknown"); severity: ("Extreme" | "Severe" | "Moderate" | "Minor" | "Unknown"); certainty: ("Observed" | "Likely" | "Possible" | "Unlikely" | "Unknown"); expires?: (string | null) } | null); measures?: Array<("isolation" | "closure" | "checkpoint" | "directive")> } } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; nth: number; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/pieces/{pieceId}/withdrawal': {
    post: {
      parameters: { query?: never; path: { pieceId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; why: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/places/checkpoints': {
    get: {
      parameters: { query?: { kind?: ("county-border" | "expressway-exit" | "village-turn-back" | "compound-gate"); state?: ("open" | "closed"); division?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; kind: ("county-border" | "expressway-exit" | "village-turn-back" | "compound-gate"); name: string; division: string; divisionName: string; site: ("forehead" | "axillary" | "ear" | "wrist"); openedAt: string; closedAt: (string | null); position: ({ lon: number; lat: number; recordedAt: string } | null) }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; kind: ("county-border" | "expressway-exit" | "village-turn-back" | "compound-gate"); name: string; division: string; site?: ("forehead" | "axillary" | "ear" | "wrist"); openedAt: string; recordedAt?: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/places/checkpoints/{checkpointId}': {
    get: {
      parameters: { query?: never; path: { checkpointId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { id: string; kind: ("county-border" | "expressway-exit" | "village-turn-back" | "compound-gate"); name: string; division: string; divisionName: string; site: ("forehead" | "axillary" | "ear" | "wrist"); openedAt: string; closedAt: (string | null); position: ({ lon: number; lat: number; recordedAt: string } | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/places/checkpoints/{checkpointId}/close': {
    post: {
      parameters: { query?: never; path: { checkpointId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; ground: string; recordedAt?: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/places/checkpoints/{checkpointId}/reopen': {
    post: {
      parameters: { query?: never; path: { checkpointId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; ground: string; recordedAt?: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/places/checkpoints/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; kind: ("county-border" | "expressway-exit" | "village-turn-back" | "compound-gate"); name: string; division: string; site?: ("forehead" | "axillary" | "ear" | "wrist"); openedAt: string; recordedAt?: string }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again") } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/places/compounds': {
    get: {
      parameters: { query?: { division?: string; threeNo?: string; day?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; name: string; division: string; divisionName: string; households: (number | null); propertyManagement: ({ present: boolean; unit: (string | null); since: string } | null); responsibleUnit: ({ present: boolean; unit: (string | null); since: string } | null); guard: ({ present: boolean; unit: (string | null); since: string } | null); threeNo: (boolean | null); position: ({ lon: number; lat: number; recordedAt: string } | null) }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; name: string; division: string; households?: (number | null); recordedAt?: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/places/compounds/{compoundId}/facts': {
    post: {
      parameters: { query?: never; path: { compoundId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; aspect: ("property-management" | "responsible-unit" | "guard"); present: boolean; unit?: (string | null); since: string; recordedAt?: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/places/compounds/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; name: string; division: string; households?: (number | null); recordedAt?: string }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again") } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/places/counties': {
    get: {
      parameters: { query?: { under?: string; q?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ code: string; name: string; prefecture: string; province: string }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/places/county': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { code: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { code: string; name: string; edition: string; townships: number; villages: number; communities: number; added: number } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/places/divisions': {
    get: {
      parameters: { query?: { parent?: string; level?: ("county" | "township" | "village" | "community"); after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ code: string; name: string; level: ("county" | "township" | "village" | "community"); parent: (string | null); committee: boolean; edition: string; validFrom: (string | null); validTo: (string | null); position: ({ lon: number; lat: number; recordedAt: string } | null) }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/places/divisions/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { items: Array<{ code: string; name: string; level: ("township" | "village" | "community") }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { code: string; arrival: ("new" | "again"); renamed: boolean } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/places/outline': {
    get: {
      parameters: { query?: { county?: string }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { type: "Feature"; id: string; bbox: Array<number>; geometry: { type: "MultiPolygon"; coordinates: Array<Array<Array<Array<number>>>> }; properties: { name: string; label: Array<number>; drawnAsCode: string; drawnAsName: string; drawnIn: string } } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/places/positions': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; place: ({ kind: "checkpoint"; id: string } | { kind: "compound"; id: string } | { kind: "division"; id: string }); lon: number; lat: number; datum?: ("wgs84" | "gcj02"); recordedAt?: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again"); lon: number; lat: number; insideCounty: (boolean | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/play-photos/{photoId}': {
    get: {
      parameters: { query?: never; path: { photoId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { type: string; content: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/plays': {
    get: {
      parameters: { query?: { division?: string; pieceId?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; division: string; divisionName: string; pieceId: string; title: string; dueOn: string; dueAt: string; played: boolean; minutes: (number | null); reason: (("power-cut" | "broken" | "nobody-there" | "weather" | "other") | null); note: (string | null); photoIds: Array<string>; at: string; by: (string | null); receivedAt: string }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; division: string; pieceId: string; airingId?: (string | null); loudspeakerId?: (string | null); dueOn: string; dueAt: string; played: boolean; minutes?: (number | null); reason?: (("power-cut" | "broken" | "nobody-there" | "weather" | "other") | null); note?: string; at: string; recordedAt?: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/plays/{playId}/photos': {
    post: {
      parameters: { query?: never; path: { playId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; content: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again"); sha256: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/plays/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; division: string; pieceId: string; airingId?: (string | null); loudspeakerId?: (string | null); dueOn: string; dueAt: string; played: boolean; minutes?: (number | null); reason?: (("power-cut" | "broken" | "nobody-there" | "weather" | "other") | null); note?: string; at: string; recordedAt?: string }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again") } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/public/{county}/alerts/{dispatchId}': {
    get: {
      parameters: { query?: never; path: { county: string; dispatchId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { type: string; content: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/public/{county}/board': {
    get: {
      parameters: { query?: never; path: { county: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { county: number; name: string; asOf: string; pieces: Array<{ id: string; kind: string; state: ("published" | "corrected" | "withdrawn"); firstAt: string; at: string; why: (string | null); signed: Array<string>; texts: Array<{ lang: string; title: string; blocks: Array<({ kind: "heading"; text: string } | { kind: "paragraph"; text: string } | { kind: "list"; items: Array<string> })>; duties: Array<string>; rights: Array<string> }> }>; figures: ({ asOf: string; county: Array<{ zh: string; en: string; value: number }>; breakdown: { zh: string; en: string; rows: (Array<{ name: string; from: number; to: number }> | null) } } | null); rights: Array<{ measures: Array<("isolation" | "closure" | "checkpoint" | "directive")>; signed: Array<string>; at: string; texts: Array<{ lang: string; title: string; blocks: Array<({ kind: "heading"; text: string } | { kind: "paragraph"; text: string } | { kind: "list"; items: Array<string> })>; duties: Array<string>; rights: Array<string> }> }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/public/{county}/daily-goods': {
    get: {
      parameters: { query?: { after?: string; limit?: number }; path: { county: number }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { asOf: string; items: Array<{ division: string; store: string; owner: string; item: string; priceFen: number; per: string; state: ("enough" | "little" | "none"); delivery: ("normal" | "late" | "stopped"); at: string }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/public/{county}/donations-in-goods': {
    get: {
      parameters: { query?: { after?: string; limit?: number }; path: { county: number }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { asOf: string; donations: Array<{ receiptNo: string; on: string; goods: Array<{ item: string; quantity: number; unit: ("piece" | "pair" | "set" | "bottle" | "bag" | "barrel" | "gram" | "millilitre") }>; name: (string | null); void: boolean }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/public/{county}/donations-in-money': {
    get: {
      parameters: { query?: { after?: string; limit?: number }; path: { county: number }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { asOf: string; purposes: Array<{ purpose: string; receivedFen: number; availableFen: number; committedFen: number; paidFen: number }>; donations: Array<{ receiptNo: string; on: string; fen: number; purpose: string; name: (string | null); void: boolean }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/public/{county}/feeds/{feed}': {
    get: {
      parameters: { query?: never; path: { county: string; feed: ("rss.xml" | "atom.xml" | "cap.xml") }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { type: string; content: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/publicity-channels': {
    get: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; division: string; kind: ("board" | "rss" | "atom" | "cap" | "email" | "webhook" | "wechat" | "radio" | "television" | "print" | "loudspeakers" | "emergency-broadcast"); title: string; open: boolean; byHand: boolean; sent: number; failed: number }>; mail: boolean; hosts: Array<string> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; division: string; kind: ("board" | "rss" | "atom" | "cap" | "email" | "webhook" | "wechat" | "radio" | "television" | "print" | "loudspeakers" | "emergency-broadcast"); title: string; settings?: { sender?: string; url?: string; to?: Array<string>; resource?: string } } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again"); secret: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/publicity-channels/{channelId}/turns': {
    post: {
      parameters: { query?: never; path: { channelId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; turn: ("closed" | "reopened"); why: string; at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/quarantine': {
    get: {
      parameters: { query?: { limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; operation: string; claimedId: string; division: string; accountId: (string | null); deviceId: (string | null); receivedAt: string }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/response-ladders': {
    get: {
      parameters: { query?: { asOf?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; division: string; title: string; rungs: Array<string>; rung: (string | null); since: (string | null); reportEveryHours: (number | null); measures: Array<{ id: string; kind: ("closures" | "gatherings" | "transport" | "checkpoints" | "visits" | "isolation" | "schools" | "reporting" | "publicity" | "supplies"); words: string; since: string }>; turns: Array<{ id: string; turn: ("opened" | "changed" | "closed"); rung: (string | null); authority: string; documentNo: string; documentId: (string | null); planId: (string | null); grounds: string; starts: Array<{ id: string; kind: ("closures" | "gatherings" | "transport" | "checkpoints" | "visits" | "isolation" | "schools" | "reporting" | "publicity" | "supplies"); words: string }>; stops: Array<string>; reportEveryHours: (number | null); at: string }> }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; division: string; title: string; rungs: Array<string> } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/response-ladders/{ladderId}/turns': {
    post: {
      parameters: { query?: never; path: { ladderId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; turn: ("opened" | "changed" | "closed"); rung?: (string | null); authority: string; documentNo: string; documentId?: (string | null); planId?: (string | null); grounds: string; starts?: Array<{ id: string; kind: ("closures" | "gatherings" | "transport" | "checkpoints" | "visits" | "isolation" | "schools" | "reporting" | "publicity" | "supplies"); words: string }>; stops?: Array<string>; reportEveryHours?: (number | null); at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/response-plans': {
    get: {
      parameters: { query?: { after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; division: string; title: string; year: number; fromPlan: (string | null); activatedAt: (string | null); tasks: Array<{ what: string; role: string; withinHours: number; dueAt: (string | null) }> }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; division: string; title: string; year: number; fromPlan?: (string | null); tasks?: Array<{ what: string; role: string; withinHours: number }> } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/responsibility/blocks': {
    get: {
      parameters: { query: { village: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ unit: string; compoundId: (string | null); block: (string | null); households: number; covered: number; posts: Array<{ postId: string; kind: string; title: string; division: string; holder: ({ kind: ("account" | "person"); id: string } | null); holderName: (string | null) }> }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/responsibility/coverage': {
    get: {
      parameters: { query?: { area?: string; asOf?: string }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { area: string; name: string; asOf: string; total: { households: number; uncovered: number; lacking: { county: number; township: number; village: number; household: number } }; path: Array<{ level: ("county" | "township" | "village" | "household"); division: string; name: string; posts: Array<{ postId: string; kind: string; title: string; division: string; holder: ({ kind: ("account" | "person"); id: string } | null); holderName: (string | null) }> }>; children: Array<{ division: string; name: string; counted: { households: number; uncovered: number; lacking: { county: number; township: number; village: number; household: number } }; posts: Array<{ postId: string; kind: string; title: string; division: string; holder: ({ kind: ("account" | "person"); id: string } | null); holderName: (string | null) }> }>; posts: { all: number; vacant: number } } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/responsibility/duties': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; postId: string; beginsAt: string; what: ({ reach: "division"; division: string } | { reach: "compound"; division: string; compoundId: string } | { reach: "block"; division: string; compoundId?: (string | null); block: string } | { reach: "household"; householdId: string }) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/responsibility/duties/{dutyId}/end': {
    post: {
      parameters: { query?: never; path: { dutyId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { dutyId: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/responsibility/duties/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; postId: string; beginsAt: string; what: ({ reach: "division"; division: string } | { reach: "compound"; division: string; compoundId: string } | { reach: "block"; division: string; compoundId?: (string | null); block: string } | { reach: "household"; householdId: string }) }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again") } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/responsibility/households/{householdId}/chain': {
    get: {
      parameters: { query?: never; path: { householdId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { householdId: string; division: string; levels: Array<{ level: ("county" | "township" | "village" | "household"); posts: Array<{ postId: string; kind: string; title: string; division: string; holder: ({ kind: ("account" | "person"); id: string } | null); holderName: (string | null); phone: (string | null) }> }>; beside: Array<{ postId: string; kind: string; title: string; division: string; holder: ({ kind: ("account" | "person"); id: string } | null); holderName: (string | null); phone: (string | null) }>; lacking: Array<("county" | "township" | "village" | "household")> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/responsibility/plan': {
    get: {
      parameters: { query: { division: string; kind: string; mode?: ("anew" | "fill") }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { division: string; kind: string; mode: ("anew" | "fill"); basis: string; households: number; usual: number; most: number; lines: Array<{ postId: string; title: string; holder: ({ kind: ("account" | "person"); id: string } | null); before: number; load: number; pieces: Array<{ compoundId: (string | null); block: (string | null); whole: boolean; households: number; firstDoor: number; lastDoor: number }> }>; leftOver: number; ends: number; begins: number; cut: number } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/responsibility/plans': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; division: string; kind: string; mode: ("anew" | "fill"); basis: string; at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again"); begun: number; ended: number; leftOver: number } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/responsibility/post-counts': {
    get: {
      parameters: { query?: { area?: string; asOf?: string }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { all: number; vacant: number; silent: number; overloaded: number } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/responsibility/posts': {
    get: {
      parameters: { query?: { area?: string; kind?: string; state?: ("vacant" | "silent" | "overloaded"); asOf?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; division: string; kind: string; rank: ("county" | "township" | "village" | "household" | "beside"); title: string; holder: ({ kind: ("account" | "person"); id: string } | null); holderName: (string | null); seatedAt: (string | null); lastSignAt: (string | null); households: (number | null); states: Array<("vacant" | "silent" | "overloaded")> }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; division: string; kind: string; title: string; openedAt: string; holder?: ({ kind: ("account" | "person"); id: string } | null); duties?: Array<({ reach: "division"; division: string } | { reach: "compound"; division: string; compoundId: string } | { reach: "block"; division: string; compoundId?: (string | null); block: string } | { reach: "household"; householdId: string })> } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/responsibility/posts/{postId}': {
    get: {
      parameters: { query?: never; path: { postId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { id: string; division: string; kind: string; rank: ("county" | "township" | "village" | "household" | "beside"); title: string; holder: ({ kind: ("account" | "person"); id: string } | null); holderName: (string | null); seatedAt: (string | null); lastSignAt: (string | null); households: (number | null); states: Array<("vacant" | "silent" | "overloaded")>; openedAt: string; closedAt: (string | null); usual: (number | null); most: (number | null); above: Array<{ postId: string; kind: string; title: string; division: string; holder: ({ kind: ("account" | "person"); id: string } | null); holderName: (string | null) }>; duties: Array<{ id: string; division: string; reach: ("division" | "compound" | "block" | "household"); compoundId: (string | null); block: (string | null); householdId: (string | null); beginsAt: string }>; dutyCount: number; teams: number } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/responsibility/posts/{postId}/close': {
    post: {
      parameters: { query?: never; path: { postId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { at: string; ground: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { postId: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/responsibility/posts/{postId}/hand-over': {
    get: {
      parameters: { query?: never; path: { postId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { postId: string; title: string; kind: string; division: string; divisionName: string; outgoing: ({ name: (string | null); since: string; until: (string | null) } | null); incoming: ({ name: (string | null); since: string } | null); households: Array<{ id: string; division: string; compoundId: (string | null); block: (string | null); walkOrder: number; lacking: Array<("county" | "township" | "village" | "household")>; visits: Array<{ round: string; state: ("to-visit" | "met" | "phone" | "notice" | "nobody" | "sealed" | "refused"); attempts: number }>; followUps: Array<("travel" | "contact" | "fever" | "health" | "roster")> }>; householdCount: number; open: { visits: number; followUps: number }; teams: Array<{ id: string; rule: string; division: string; lacking: Array<string> }>; above: Array<{ level: ("county" | "township" | "village" | "household"); title: string; name: (string | null) }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/responsibility/posts/{postId}/households': {
    get: {
      parameters: { query?: { after?: string; limit?: number }; path: { postId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; division: string; compoundId: (string | null); block: (string | null); walkOrder: number }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/responsibility/posts/{postId}/occupancies': {
    get: {
      parameters: { query?: { after?: string; limit?: number }; path: { postId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; holder: ({ kind: ("account" | "person"); id: string } | null); name: (string | null); phone: (string | null); since: string; until: (string | null) }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/responsibility/posts/{postId}/seatings': {
    post: {
      parameters: { query?: never; path: { postId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; holder: ({ kind: ("account" | "person"); id: string } | null); at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/responsibility/posts/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; division: string; kind: string; title: string; openedAt: string; holder?: ({ kind: ("account" | "person"); id: string } | null); duties?: Array<({ reach: "division"; division: string } | { reach: "compound"; division: string; compoundId: string } | { reach: "block"; division: string; compoundId?: (string | null); block: string } | { reach: "household"; householdId: string })> }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again") } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/responsibility/roll-calls': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; division: string; how: ("met" | "phone" | "message" | "report" | "worked"); at: string; postIds: Array<string> } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/responsibility/rules': {
    get: {
      parameters: { query?: { day?: string }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { day: string; kinds: Array<{ since: string; inForce: boolean; own: boolean; body: { code: string; zh: string; en: string; rank: ("county" | "township" | "village" | "household" | "beside"); usual: (number | null); most: (number | null); silentAfterHours: (number | null) } }>; teams: Array<{ since: string; inForce: boolean; own: boolean; body: { code: string; zh: string; en: string; roles: Array<{ role: string; zh: string; en: string; kinds: Array<string>; least: number }> } }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': ({ id: string; subject: "post-kind"; since: string; body: { code: string; zh: string; en: string; rank: ("county" | "township" | "village" | "household" | "beside"); usual: (number | null); most: (number | null); silentAfterHours: (number | null) } } | { id: string; subject: "team"; since: string; body: { code: string; zh: string; en: string; roles: Array<{ role: string; zh: string; en: string; kinds: Array<string>; least: number }> } }) } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/responsibility/teams': {
    get: {
      parameters: { query?: { area?: string; rule?: string; state?: ("incomplete" | "complete" | "all"); after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; division: string; divisionName: string; rule: string; householdId: (string | null); personId: (string | null); formedAt: string; members: Array<{ id: string; postId: string; role: string; title: string; kind: string; held: boolean }>; lacking: Array<{ role: string; missing: number }> }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; division: string; rule: string; householdId?: (string | null); personId?: (string | null); formedAt: string; members?: Array<{ id: string; postId: string; role: string }> } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/responsibility/teams/{teamId}/dissolve': {
    post: {
      parameters: { query?: never; path: { teamId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { at: string; ground: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/responsibility/teams/{teamId}/members': {
    post: {
      parameters: { query?: never; path: { teamId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; postId: string; role: string; at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/responsibility/teams/{teamId}/members/{memberId}/leave': {
    post: {
      parameters: { query?: never; path: { teamId: string; memberId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/responsibility/teams/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; division: string; rule: string; householdId?: (string | null); personId?: (string | null); formedAt: string; members?: Array<{ id: string; postId: string; role: string }> }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again") } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/responsibility/uncovered': {
    get: {
      parameters: { query?: { area?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; division: string; divisionName: string; compoundId: (string | null); block: (string | null); walkOrder: number; lacking: Array<("county" | "township" | "village" | "household")>; above: ({ postId: string; kind: string; title: string; division: string; holder: ({ kind: ("account" | "person"); id: string } | null); holderName: (string | null) } | null) }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/retention/calendars': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; kind: ("running" | "historical"); moment?: (string | null); ground: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/retention/events': {
    get: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ disease: string; turn: ("closed" | "reopened"); responseEnds: boolean; at: string; documentNo: string; documentDate: string }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/retention/events/close': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; disease: string; documentNo: string; documentDate: string; at: string; responseEnds: boolean } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/retention/events/reopen': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; disease: string; documentNo: string; documentDate: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/retention/fields': {
    get: {
      parameters: { query?: { after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ relation: string; field: string; purpose: ("checkpoint-screening" | "fever-hand-over" | "contact-tracing" | "home-visit" | "isolation-care" | "agency-list-check" | "supervision" | "resident-request" | "identification" | "recognition" | "accuracy" | "answerability" | "responsibility" | "record-keeping" | "access-trail" | "certificate" | "sign-in"); words: (string | null); basis: string; class: ("plain" | "internal" | "staff" | "pseudonym" | "personal" | "sensitive" | "health" | "whereabouts" | "free-text" | "secret"); sealed: boolean; term: ({ kind: ("hours" | "days" | "years"); count: number; after: (("purpose" | "round" | "event" | "release" | "account" | "team") | null) } | { kind: "event" } | { kind: "with"; owner: ("record" | "person" | "identity" | "household" | "follow-up" | "account" | "seat" | "device" | "post" | "team" | "place" | "definition" | "list" | "certificate" | "trail") } | { kind: "until-replaced" }); readers: string }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/retention/runs': {
    get: {
      parameters: { query?: { after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; moment: string; steps: number; looked: number; gone: Array<{ relation: string; class: string; rows: number }>; certificate: ({ nth: number; at: string; body: string; previous: string; hash: string } | null) }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/retention/state': {
    get: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { calendar: ("running" | "historical"); moment: (string | null); responseEnded: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/rumour-advice': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; weekOn: string; words: string; at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/rumour-desk': {
    get: {
      parameters: { query?: { asOf?: string }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { asOf: string; matrix: { cells: Array<("low" | "medium" | "high")>; firstHours: Array<number>; finalHours: Array<number>; at: (string | null); why: (string | null) }; editions: Array<{ id: string; at: string; why: string }>; themes: Array<{ code: string; zh: string; en: string }>; watchBodyId: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/rumour-matrices': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; cells: Array<("low" | "medium" | "high")>; firstHours: Array<number>; finalHours: Array<number>; why: string; at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/rumour-signals': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; division: string; source: ("hotline" | "village" | "channel" | "feed"); channel: ("wechat-group" | "moments" | "weibo" | "short-video" | "phone" | "face-to-face" | "loudspeaker" | "other"); words: string; items?: number; reach?: (number | null); heardAt: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again"); stripped: number } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/rumour-signals/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: string; items: Array<{ id: string; division: string; source: ("hotline" | "village" | "channel" | "feed"); channel: ("wechat-group" | "moments" | "weibo" | "short-video" | "phone" | "face-to-face" | "loudspeaker" | "other"); words: string; items?: number; reach?: (number | null); heardAt: string }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again"); stripped: number } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/rumour-signals/preview': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { words: string } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { words: string; stripped: number } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/rumour-topics': {
    get: {
      parameters: { query?: { asOf?: string; show?: ("open" | "overdue" | "closed" | "all"); theme?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { asOf: string; items: Array<{ id: string; title: (string | null); theme: (string | null); kind: (("question" | "concern" | "claim" | "void" | "suggestion") | null); items: number; villages: number; reach: (number | null); firstHeardAt: string; lastHeardAt: string; likelihood: (number | null); harm: (number | null); grade: (("low" | "medium" | "high") | null); stage: ("found" | "reported" | "verified" | "answered" | "closed"); verdict: (("true" | "false" | "unsettled") | null); foundAt: string; reportedAt: (string | null); verifiedAt: (string | null); answeredAt: (string | null); closedAt: (string | null); first: ({ dueAt: string; doneAt: (string | null); state: ("kept" | "running" | "late" | "overdue") } | null); final: ({ dueAt: string; doneAt: (string | null); state: ("kept" | "running" | "late" | "overdue") } | null); dueAt: (string | null); itemsAfterAnswer: number }>; next: (string | null); counts: { open: number; overdue: number; unassessed: number; answeredToday: number } } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/rumour-topics/{topicId}': {
    get: {
      parameters: { query?: { asOf?: string }; path: { topicId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { asOf: string; topic: { id: string; title: (string | null); theme: (string | null); kind: (("question" | "concern" | "claim" | "void" | "suggestion") | null); items: number; villages: number; reach: (number | null); firstHeardAt: string; lastHeardAt: string; likelihood: (number | null); harm: (number | null); grade: (("low" | "medium" | "high") | null); stage: ("found" | "reported" | "verified" | "answered" | "closed"); verdict: (("true" | "false" | "unsettled") | null); foundAt: string; reportedAt: (string | null); verifiedAt: (string | null); answeredAt: (string | null); closedAt: (string | null); first: ({ dueAt: string; doneAt: (string | null); state: ("kept" | "running" | "late" | "overdue") } | null); final: ({ dueAt: string; doneAt: (string | null); state: ("kept" | "running" | "late" | "overdue") } | null); dueAt: (string | null); itemsAfterAnswer: number }; wordings: Array<{ id: string; words: string; items: number }>; channels: Array<{ code: string; items: (number | null) }>; townships: Array<{ code: string; items: (number | null) }>; days: Array<{ day: string; items: number }>; history: Array<{ id: string; is: ("coded" | "assessed" | "reported" | "verified" | "answered" | "referred" | "closed" | "reopened" | "merged" | "split"); at: string; said: Record<string, (string | number | null | Array<string>)> }>; alike: Array<{ id: string; title: (string | null); likeness: number }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/rumour-topics/{topicId}/answers': {
    post: {
      parameters: { query?: never; path: { topicId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; verdictId: string; pieceId: string; channels: Array<string> } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/rumour-topics/{topicId}/assessments': {
    post: {
      parameters: { query?: never; path: { topicId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; likelihood: number; harm: number; why: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/rumour-topics/{topicId}/codings': {
    post: {
      parameters: { query?: never; path: { topicId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; title: string; theme: ("cause" | "cause.origin" | "cause.spread" | "cause.animals" | "illness" | "illness.symptoms" | "illness.severity" | "illness.numbers" | "illness.groups" | "treatment" | "treatment.remedies" | "treatment.care" | "treatment.vaccine" | "interventions" | "interventions.movement" | "interventions.isolation" | "interventions.protection" | "interventions.supplies" | "interventions.schools" | "information" | "information.official" | "information.false" | "information.hidden"); kind: ("question" | "concern" | "claim" | "void" | "suggestion") } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/rumour-topics/{topicId}/merge': {
    post: {
      parameters: { query?: never; path: { topicId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; intoId: string; why: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/rumour-topics/{topicId}/referrals': {
    post: {
      parameters: { query?: never; path: { topicId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; matter: ("fraud" | "price-gouging" | "false-goods" | "safety" | "other"); documentNo: string; authority: string; sentOn: string; note: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/rumour-topics/{topicId}/reports': {
    post: {
      parameters: { query?: never; path: { topicId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; authority: string; note?: (string | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/rumour-topics/{topicId}/split': {
    post: {
      parameters: { query?: never; path: { topicId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; intoId: string; wordings: Array<string>; why: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/rumour-topics/{topicId}/turns': {
    post: {
      parameters: { query?: never; path: { topicId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; turn: ("closed" | "reopened"); why: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/rumour-topics/{topicId}/verdicts': {
    post: {
      parameters: { query?: never; path: { topicId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; verdict: ("true" | "false" | "unsettled"); expert: string; sources: string; reasoning: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/rumour-watch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; bodyId: string; at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/rumour-week': {
    get: {
      parameters: { query?: { weekOn?: string }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { weekOn: string; tillOn: string; signals: number; items: number; found: number; answered: number; overdue: number; verdicts: { true: number; false: number; unsettled: number }; first: { due: number; kept: number }; final: { due: number; kept: number }; medianHoursToAnswer: (number | null); themes: Array<{ theme: (string | null); topics: number; items: (number | null); isNew: boolean }>; topics: Array<{ id: string; title: (string | null); theme: (string | null); kind: (("question" | "concern" | "claim" | "void" | "suggestion") | null); items: number; villages: number; reach: (number | null); firstHeardAt: string; lastHeardAt: string; likelihood: (number | null); harm: (number | null); grade: (("low" | "medium" | "high") | null); stage: ("found" | "reported" | "verified" | "answered" | "closed"); verdict: (("true" | "false" | "unsettled") | null); foundAt: string; reportedAt: (string | null); verifiedAt: (string | null); answeredAt: (string | null); closedAt: (string | null); first: ({ dueAt: string; doneAt: (string | null); state: ("kept" | "running" | "late" | "overdue") } | null); final: ({ dueAt: string; doneAt: (string | null); state: ("kept" | "running" | "late" | "overdue") } | null); dueAt: (string | null); itemsAfterAnswer: number }>; advice: (string | null); referrals: number } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/rumour-week/print': {
    get: {
      parameters: { query: { weekOn: string; lang?: ("zh" | "en") }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { fileName: string; type: string; content: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/self-check/answer': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { code: string; id: string; recordedAt: string; temperatureC: (number | null); site?: ("axillary" | "forehead" | "ear" | "wrist"); symptoms?: Array<string> } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; day: string; slot: ("day" | "morning" | "noon" | "evening"); abnormal: boolean } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/self-check/open': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { code: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { day: string; slot: ("day" | "morning" | "noon" | "evening"); expiresAt: string; asksTemperature: boolean; symptoms: Array<string> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/shift-changes/{changeId}/taking': {
    post: {
      parameters: { query?: never; path: { changeId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/shifts/{shiftId}/close': {
    post: {
      parameters: { query?: never; path: { shiftId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { recordedAt: string; note?: (string | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { shiftId: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/shown-figures': {
    get: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { shown: ({ asOf: string; county: Array<{ zh: string; en: string; value: number }>; breakdown: { zh: string; en: string; rows: (Array<{ name: string; from: number; to: number }> | null) } } | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; asOf: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; day: string; brokenDown: boolean; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/sign-in': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { county?: number; name: string; password: string; deviceToken?: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': ({ outcome: "signed-in"; token: string; expiresAt: string; me: { account: { id: string; signInName: string; name: string; language: ("zh" | "en") }; county: number; division: string; role: ("county-desk" | "data-verifier" | "township-officer" | "village-cadre" | "checkpoint-shift" | "isolation-staff" | "supplies-keeper" | "publicity-editor" | "auditor" | "administrator"); placeId: (string | null); seat: { id: string; division: string; role: ("county-desk" | "data-verifier" | "township-officer" | "village-cadre" | "checkpoint-shift" | "isolation-staff" | "supplies-keeper" | "publicity-editor" | "auditor" | "administrator"); placeId: (string | null); title: string }; otherSeats: Array<{ id: string; division: string; role: ("county-desk" | "data-verifier" | "township-officer" | "village-cadre" | "checkpoint-shift" | "isolation-staff" | "supplies-keeper" | "publicity-editor" | "auditor" | "administrator"); placeId: (string | null); title: string }>; deviceId: (string | null); verbs: Array<string>; todo: Array<("password" | "second-factor" | "recovery-codes")>; secureFirst: Array<("password" | "second-factor")>; security: { signedInBy: ("password" | "authenticator" | "recovery-code" | "passkey" | "welcome-code"); sessionExpiresAt: string; factorFresh: boolean; authenticator: boolean; recoveryCodesLeft: number; passkeysPossible: boolean; passkeys: Array<{ id: string; label: string; madeAt: string; lastUsedAt: (string | null) }> } } } | { outcome: "second-factor"; challenge: string; expiresAt: string; methods: Array<("authenticator" | "recovery-code" | "set-up")> }) } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/sign-in/passkey': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { challenge: string; response: Record<string, unknown>; deviceToken?: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { outcome: "signed-in"; token: string; expiresAt: string; me: { account: { id: string; signInName: string; name: string; language: ("zh" | "en") }; county: number; division: string; role: ("county-desk" | "data-verifier" | "township-officer" | "village-cadre" | "checkpoint-shift" | "isolation-staff" | "supplies-keeper" | "publicity-editor" | "auditor" | "administrator"); placeId: (string | null); seat: { id: string; division: string; role: ("county-desk" | "data-verifier" | "township-officer" | "village-cadre" | "checkpoint-shift" | "isolation-staff" | "supplies-keeper" | "publicity-editor" | "auditor" | "administrator"); placeId: (string | null); title: string }; otherSeats: Array<{ id: string; division: string; role: ("county-desk" | "data-verifier" | "township-officer" | "village-cadre" | "checkpoint-shift" | "isolation-staff" | "supplies-keeper" | "publicity-editor" | "auditor" | "administrator"); placeId: (string | null); title: string }>; deviceId: (string | null); verbs: Array<string>; todo: Array<("password" | "second-factor" | "recovery-codes")>; secureFirst: Array<("password" | "second-factor")>; security: { signedInBy: ("password" | "authenticator" | "recovery-code" | "passkey" | "welcome-code"); sessionExpiresAt: string; factorFresh: boolean; authenticator: boolean; recoveryCodesLeft: number; passkeysPossible: boolean; passkeys: Array<{ id: string; label: string; madeAt: string; lastUsedAt: (string | null) }> } } } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/sign-in/passkey/options': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { county?: number } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { challenge: string; options: Record<string, unknown> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/sign-in/second-factor': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { challenge: string; code: string; deviceToken?: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { outcome: "signed-in"; token: string; expiresAt: string; me: { account: { id: string; signInName: string; name: string; language: ("zh" | "en") }; county: number; division: string; role: ("county-desk" | "data-verifier" | "township-officer" | "village-cadre" | "checkpoint-shift" | "isolation-staff" | "supplies-keeper" | "publicity-editor" | "auditor" | "administrator"); placeId: (string | null); seat: { id: string; division: string; role: ("county-desk" | "data-verifier" | "township-officer" | "village-cadre" | "checkpoint-shift" | "isolation-staff" | "supplies-keeper" | "publicity-editor" | "auditor" | "administrator"); placeId: (string | null); title: string }; otherSeats: Array<{ id: string; division: string; role: ("county-desk" | "data-verifier" | "township-officer" | "village-cadre" | "checkpoint-shift" | "isolation-staff" | "supplies-keeper" | "publicity-editor" | "auditor" | "administrator"); placeId: (string | null); title: string }>; deviceId: (string | null); verbs: Array<string>; todo: Array<("password" | "second-factor" | "recovery-codes")>; secureFirst: Array<("password" | "second-factor")>; security: { signedInBy: ("password" | "authenticator" | "recovery-code" | "passkey" | "welcome-code"); sessionExpiresAt: string; factorFresh: boolean; authenticator: boolean; recoveryCodesLeft: number; passkeysPossible: boolean; passkeys: Array<{ id: string; label: string; madeAt: string; lastUsedAt: (string | null) }> } } } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/sign-in/second-factor/set-up': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { challenge: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { uri: string; secret: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/sign-in/welcome': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { code: string; deviceToken?: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { outcome: "signed-in"; token: string; expiresAt: string; me: { account: { id: string; signInName: string; name: string; language: ("zh" | "en") }; county: number; division: string; role: ("county-desk" | "data-verifier" | "township-officer" | "village-cadre" | "checkpoint-shift" | "isolation-staff" | "supplies-keeper" | "publicity-editor" | "auditor" | "administrator"); placeId: (string | null); seat: { id: string; division: string; role: ("county-desk" | "data-verifier" | "township-officer" | "village-cadre" | "checkpoint-shift" | "isolation-staff" | "supplies-keeper" | "publicity-editor" | "auditor" | "administrator"); placeId: (string | null); title: string }; otherSeats: Array<{ id: string; division: string; role: ("county-desk" | "data-verifier" | "township-officer" | "village-cadre" | "checkpoint-shift" | "isolation-staff" | "supplies-keeper" | "publicity-editor" | "auditor" | "administrator"); placeId: (string | null); title: string }>; deviceId: (string | null); verbs: Array<string>; todo: Array<("password" | "second-factor" | "recovery-codes")>; secureFirst: Array<("password" | "second-factor")>; security: { signedInBy: ("password" | "authenticator" | "recovery-code" | "passkey" | "welcome-code"); sessionExpiresAt: string; factorFresh: boolean; authenticator: boolean; recoveryCodesLeft: number; passkeysPossible: boolean; passkeys: Array<{ id: string; label: string; madeAt: string; lastUsedAt: (string | null) }> } } } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/sign-out': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { done: true } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/site-rooms/{roomId}/turns': {
    post: {
      parameters: { query?: never; path: { roomId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; turn: ("out-of-use" | "in-use"); why: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/site-rooms/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; siteId: string; at: string; label: string; floor: number; beds?: number; zone?: ("clean" | "half" | "contaminated") }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again") } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/sites': {
    get: {
      parameters: { query?: { asOf?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; division: string; divisionName: string; name: string; location: string; authority: string; documentNo: string; openedAt: string; closedAt: (string | null); capacity: { rooms: number; occupied: number; free: number; toDisinfect: number; outOfUse: number; persons: number } }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; division: string; name: string; location: string; authority: string; documentNo: string; at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/sites/{siteId}/activities': {
    post: {
      parameters: { query?: never; path: { siteId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; title: string; persons: number } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/sites/{siteId}/board': {
    get: {
      parameters: { query?: { asOf?: string }; path: { siteId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { site: { id: string; division: string; divisionName: string; name: string; location: string; authority: string; documentNo: string; openedAt: string; closedAt: (string | null); capacity: { rooms: number; occupied: number; free: number; toDisinfect: number; outOfUse: number; persons: number } }; asOf: string; rooms: Array<{ id: string; label: string; floor: number; beds: number; zone: ("clean" | "half" | "contaminated"); state: ("free" | "occupied" | "to-disinfect" | "out-of-use" | "not-for-living"); lodgers: Array<{ lodgingId: string; since: string; until: string; shares: boolean }>; vacatedAt: (string | null); disinfectionOverdue: boolean }>; areas: Array<{ area: ("corridors" | "lived-in-rooms" | "washrooms" | "canteen" | "entrance" | "waste" | "staff-area"); everyHours: number; lastDoneAt: (string | null); dueAt: string; overdue: boolean }>; meals: Array<{ meal: ("breakfast" | "lunch" | "dinner"); at: string; persons: number; plates: Array<{ needs: Array<string>; count: number }>; delivered: (number | null) }>; vehicles: Array<{ id: string; label: string; free: boolean }>; crew: Array<{ postId: string; kind: string; title: string; holderName: (string | null) }>; matters: { persons: number; toDisinfect: Array<{ room: string; vacatedAt: string; overdue: boolean }>; overdueAreas: Array<{ area: ("corridors" | "lived-in-rooms" | "washrooms" | "canteen" | "entrance" | "waste" | "staff-area"); dueAt: string }>; transfers: Array<{ id: string; vehicle: string; to: string; state: ("under-way" | "to-clean" | "done"); leftAt: string }>; mealsToDeliver: Array<{ meal: ("breakfast" | "lunch" | "dinner"); persons: number }>; readings: Array<{ room: string; slot: string; standing: ("due" | "missed") }>; counselling: Array<{ room: string; dueOn: string }>; leaving: Array<{ room: string; until: string }> } } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/sites/{siteId}/diary': {
    get: {
      parameters: { query: { from: string; till: string }; path: { siteId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { activities: Array<{ id: string; at: string; title: string; persons: number }>; goods: Array<{ item: string; unit: string; quantity: number; times: number }>; counselled: number } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/sites/{siteId}/disinfections': {
    get: {
      parameters: { query?: { after?: string; limit?: number }; path: { siteId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; at: string; agent: string; mgPerLitre: number; persons: number; areas: Array<string>; rooms: Array<string>; by: (string | null); takenBack: boolean }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path: { siteId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; agent: string; mgPerLitre: number; persons?: number; areas?: Array<("corridors" | "lived-in-rooms" | "washrooms" | "canteen" | "entrance" | "waste" | "staff-area")>; roomIds?: Array<string> } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/sites/{siteId}/expected': {
    get: {
      parameters: { query?: { asOf?: string; after?: string; limit?: number }; path: { siteId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ orderId: string; personId: string; name: (string | null); village: string; startsAt: string; endsAt: string }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/sites/{siteId}/goods': {
    post: {
      parameters: { query?: never; path: { siteId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; item: string; unit: string; quantity: number } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/sites/{siteId}/lodgers': {
    get: {
      parameters: { query?: { asOf?: string; after?: string; limit?: number }; path: { siteId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ lodgingId: string; personId: (string | null); name: (string | null); phone: (string | null); roomId: string; room: string; since: string; until: string; beside: (string | null); ground: (string | null); needs: Array<string>; lastCounselledAt: (string | null); counsellingDueOn: (string | null) }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/sites/{siteId}/lodgings': {
    post: {
      parameters: { query?: never; path: { siteId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; roomId: string; orderId: string; beside?: ({ lodgingId: string; ground: ("child" | "carer" | "cannot-be-alone") } | null); needs?: Array<string> } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/sites/{siteId}/meals': {
    post: {
      parameters: { query?: never; path: { siteId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; day: string; meal: ("breakfast" | "lunch" | "dinner"); portions: number } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/sites/{siteId}/meals/{day}': {
    get: {
      parameters: { query?: never; path: { siteId: string; day: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { siteName: string; day: string; meals: Array<{ meal: ("breakfast" | "lunch" | "dinner"); at: string; persons: number; plates: Array<{ needs: Array<string>; count: number }>; delivered: (number | null) }>; rooms: Array<{ room: string; floor: number; meal: ("breakfast" | "lunch" | "dinner"); plates: Array<{ needs: Array<string>; count: number }> }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/sites/{siteId}/records': {
    get: {
      parameters: { query?: { after?: string; limit?: number }; path: { siteId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; kind: ("meal" | "activity" | "goods" | "disinfection" | "ride" | "arrival" | "cleaning"); at: string; what: string; amount: number; unit: (string | null); by: (string | null); takenBack: ({ at: string; why: ("twice" | "wrong-number" | "wrong-time" | "wrong-place" | "never-happened"); by: (string | null) } | null) }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/sites/{siteId}/records/taking-back': {
    post: {
      parameters: { query?: never; path: { siteId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; kind: ("meal" | "activity" | "goods" | "disinfection" | "ride" | "arrival" | "cleaning"); recordId: string; why: ("twice" | "wrong-number" | "wrong-time" | "wrong-place" | "never-happened") } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/sites/{siteId}/rooms': {
    post: {
      parameters: { query?: never; path: { siteId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; label: string; floor: number; beds?: number; zone?: ("clean" | "half" | "contaminated") } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/sites/{siteId}/routines': {
    post: {
      parameters: { query?: never; path: { siteId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; area: ("corridors" | "lived-in-rooms" | "washrooms" | "canteen" | "entrance" | "waste" | "staff-area"); everyHours: (number | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/sites/{siteId}/shift-changes': {
    get: {
      parameters: { query?: { after?: string; limit?: number }; path: { siteId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; at: string; by: (string | null); note: (string | null); matters: { persons: number; toDisinfect: Array<{ room: string; vacatedAt: string; overdue: boolean }>; overdueAreas: Array<{ area: ("corridors" | "lived-in-rooms" | "washrooms" | "canteen" | "entrance" | "waste" | "staff-area"); dueAt: string }>; transfers: Array<{ id: string; vehicle: string; to: string; state: ("under-way" | "to-clean" | "done"); leftAt: string }>; mealsToDeliver: Array<{ meal: ("breakfast" | "lunch" | "dinner"); persons: number }>; readings: Array<{ room: string; slot: string; standing: ("due" | "missed") }>; counselling: Array<{ room: string; dueOn: string }>; leaving: Array<{ room: string; until: string }> }; takenAt: (string | null); takenBy: (string | null); own: boolean }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path: { siteId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; note?: (string | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/sites/{siteId}/transfers': {
    get: {
      parameters: { query?: { after?: string; limit?: number }; path: { siteId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; vehicleId: string; vehicle: string; lodgingId: (string | null); crew: Array<{ postId: string; title: string }>; from: { kind: string; place: string }; to: { kind: string; place: string }; leftAt: string; arrivedAt: (string | null); cleanedAt: (string | null); state: ("under-way" | "to-clean" | "done" | "taken-back") }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path: { siteId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; vehicleId: string; lodgingId?: (string | null); crew: Array<string>; from: { kind: ("home" | "checkpoint" | "site" | "hospital"); place: string }; to: { kind: ("home" | "site" | "hospital"); place: string } } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/sites/{siteId}/turns': {
    post: {
      parameters: { query?: never; path: { siteId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; turn: ("closed" | "reopened"); authority: string; documentNo: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/sites/{siteId}/vehicles': {
    post: {
      parameters: { query?: never; path: { siteId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; label: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/situation-reports': {
    get: {
      parameters: { query?: { area?: string; state?: ("drafting" | "submitted" | "checked" | "sealed" | "issued" | "abandoned"); after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; area: string; asOf: string; title: string; state: ("drafting" | "submitted" | "checked" | "sealed" | "issued" | "abandoned"); corrects: (string | null); number: (number | null) }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; versionId: string; area: string; asOf: string; knownBy?: (string | null); title: string; corrects?: (string | null); blocks?: Array<{ heading: { zh: string; en: string }; zh: string; en: string }> } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/situation-reports/{reportId}': {
    get: {
      parameters: { query?: never; path: { reportId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { id: string; area: string; asOf: string; title: string; state: ("drafting" | "submitted" | "checked" | "sealed" | "issued" | "abandoned"); corrects: (string | null); number: (number | null); versionId: string; nth: number; countedAt: string; knownBy: (string | null); blocks: Array<{ heading: { zh: string; en: string }; zh: string; en: string }>; text: Array<{ zh: Array<{ said: string; figure: (string | null); part: (string | null) }>; en: Array<{ said: string; figure: (string | null); part: (string | null) }> }>; counted: Array<{ figure: string; version: number; value: (number | null); parts: Record<string, (number | null)>; knownNow?: true }>; remarks: Array<{ rule: ("missing" | "subset" | "parts" | "fell" | "arithmetic" | "known-now" | "unknown-figure" | "typed-number"); weight: ("error" | "explain" | "notice"); at: string; zh: string; en: string }>; seal: ({ number: number; sha256: string; previousSha256: (string | null); at: string } | null); before: ({ id: string; asOf: string; title: string; differences: Array<{ figure: string; part: (string | null); before: (number | null); after: (number | null) }> } | null); since: Array<{ figure: string; part: (string | null); before: (number | null); after: (number | null) }>; steps: Array<{ step: ("submitted" | "returned" | "checked" | "issued" | "abandoned" | "sealed"); at: string; note: (string | null) }>; mayCheck: boolean; sentUp: ({ to: (string | null); deliveries: Array<{ id: string; askedAt: string; state: ("waiting" | "delivered" | "partly" | "refused" | "failed" | "superseded"); nextAt: (string | null); tries: Array<{ at: string; state: ("waiting" | "delivered" | "partly" | "refused" | "failed" | "superseded"); reason: (string | null); status: (number | null); imported: (number | null); updated: (number | null); ignored: (number | null); deleted: (number | null); conflicts: Array<{ code: (string | null); names: Array<string> }> }> }> } | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/situation-reports/{reportId}/deliveries': {
    post: {
      parameters: { query?: never; path: { reportId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/situation-reports/{reportId}/file': {
    get: {
      parameters: { query: { format: ("pdf" | "docx" | "json" | "dhis2"); lang?: ("zh" | "en") }; path: { reportId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { fileName: string; type: string; content: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/situation-reports/{reportId}/seal': {
    post: {
      parameters: { query?: never; path: { reportId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; versionId: string; explanation?: (string | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again"); number: number; sha256: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/situation-reports/{reportId}/steps': {
    post: {
      parameters: { query?: never; path: { reportId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; versionId: string; step: ("submitted" | "returned" | "checked" | "issued" | "abandoned"); note?: (string | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/situation-reports/{reportId}/versions': {
    post: {
      parameters: { query?: never; path: { reportId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; onVersion: string; title: string; blocks: Array<{ heading: { zh: string; en: string }; zh: string; en: string }> } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/allocation-proposals': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { itemId: string; storeId: string; keep?: number; step?: number; first?: Array<("medical" | "isolation" | "checkpoints" | "visits" | "residents" | "other")>; second?: Array<("medical" | "isolation" | "checkpoints" | "visits" | "residents" | "other")>; floorPercent?: number } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { itemId: string; itemName: string; unit: ("piece" | "pair" | "set" | "bottle" | "bag" | "barrel" | "gram" | "millilitre"); asOf: string; inStore: number; toGive: number; wanted: number; rows: Array<{ requestId: string; storeName: string; divisionName: string; purpose: ("medical" | "isolation" | "checkpoints" | "visits" | "residents" | "other"); rank: number; wanted: number; quantity: number; zh: string; en: string }>; left: number; more: boolean } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/allotments/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; requestId: string; storeId: string; quantity: number; documentNo?: (string | null); why?: (string | null); at: string }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again") } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/assumptions/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; itemId: string; basis: ("isolated" | "checkpoint" | "resident" | "day"); perDay: number; heads?: (number | null); because: string; from: string }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again") } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/confirmations/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; slipId: string; at: string }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again") } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/consignments': {
    get: {
      parameters: { query?: { storeId?: string; state?: ("under-way" | "all"); after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; storeId: string; storeName: string; toStoreId: string; toStoreName: string; sentAt: string; lines: Array<{ itemId: string; lotId: string; quantity: number; packId: (string | null); amount: (string | null); book: (number | null) }>; documentNo: (string | null); endedAt: (string | null); arrived: (Array<{ itemId: string; lotId: string; quantity: number; packId: (string | null); amount: (string | null); book: (number | null) }> | null) }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/counts/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; storeId: string; at: string; lines: Array<{ itemId: string; lotId: string; amount: string; packId?: (string | null) }>; note?: (string | null); kind: "counted"; why?: (string | null) }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again") } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/cover': {
    get: {
      parameters: { query?: { kind?: ("medical" | "daily"); division?: string; asOf?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { asOf: string; items: Array<{ itemId: string; code: string; name: string; unit: ("piece" | "pair" | "set" | "bottle" | "bag" | "barrel" | "gram" | "millilitre"); inStore: number; assumed: Array<{ basis: ("isolated" | "checkpoint" | "resident" | "day"); perDay: number; heads: number; because: string; from: string; use: number }>; assumedPerDay: number; observedPerDay: number; observedDays: number; days: (number | null); until: ({ early: (string | null); likely: (string | null); late: (string | null) } | null) }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/cover/{itemId}': {
    get: {
      parameters: { query?: { division?: string; asOf?: string; ahead?: number }; path: { itemId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { itemId: string; code: string; name: string; unit: ("piece" | "pair" | "set" | "bottle" | "bag" | "barrel" | "gram" | "millilitre"); inStore: number; assumed: Array<{ basis: ("isolated" | "checkpoint" | "resident" | "day"); perDay: number; heads: number; because: string; from: string; use: number }>; assumedPerDay: number; observedPerDay: number; observedDays: number; days: (number | null); until: ({ early: (string | null); likely: (string | null); late: (string | null) } | null); asOf: string; before: Array<{ day: string; stock: number; used: number }>; ahead: Array<{ day: string; least: number; likely: number; most: number }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/donations': {
    get: {
      parameters: { query?: { asOf?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; division: string; storeName: string; donorKind: ("person" | "organisation" | "anonymous"); organisation: (string | null); publicName: (string | null); receiptNo: string; goods: Array<{ item: string; quantity: number; unit: ("piece" | "pair" | "set" | "bottle" | "bag" | "barrel" | "gram" | "millilitre") }>; at: string; void: boolean }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; storeId: string; lines: Array<{ itemId: string; lotId: string; amount: string; packId?: (string | null) }>; donor: ({ kind: "person"; id: string; name: string; phone?: (string | null) } | { kind: "organisation"; organisation: string } | { kind: "anonymous" }); publicName?: (string | null); documentNo?: (string | null); at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again"); receiptNo: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/donations/{donationId}/naming': {
    post: {
      parameters: { query?: never; path: { donationId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; publicName: (string | null); at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/donations/{donationId}/receipt': {
    get: {
      parameters: { query?: { paper?: ("a4" | "a5") }; path: { donationId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { fileName: string; type: string; content: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/expiring': {
    get: {
      parameters: { query?: { within?: number; asOf?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ storeId: string; storeName: string; owner: ("county-depot" | "hospital" | "township" | "grain-outlet" | "supermarket" | "reserve-company" | "other"); itemId: string; itemName: string; unit: ("piece" | "pair" | "set" | "bottle" | "bag" | "barrel" | "gram" | "millilitre"); lotId: string; makerNo: (string | null); expiresOn: string; isExpired: boolean; quantity: number }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/items': {
    get: {
      parameters: { query?: { kind?: ("medical" | "daily"); after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; code: string; name: string; kind: ("medical" | "daily"); unit: ("piece" | "pair" | "set" | "bottle" | "bag" | "barrel" | "gram" | "millilitre"); packs: Array<{ id: string; label: string; holds: number; from: string }> }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/items/{itemId}/packs': {
    post: {
      parameters: { query?: never; path: { itemId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; label: string; holds: number; from: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/items/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; code: string; name: string; kind: ("medical" | "daily"); unit: ("piece" | "pair" | "set" | "bottle" | "bag" | "barrel" | "gram" | "millilitre"); packs?: Array<{ id: string; label: string; holds: number; from: string }> }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again") } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/lots': {
    get: {
      parameters: { query?: { itemId?: string; search?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; itemId: string; maker: (string | null); makerNo: (string | null); expiresOn: (string | null) }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/lots/{lotId}/trace': {
    get: {
      parameters: { query?: never; path: { lotId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { lot: { id: string; itemId: string; maker: (string | null); makerNo: (string | null); expiresOn: (string | null) }; itemName: string; unit: ("piece" | "pair" | "set" | "bottle" | "bag" | "barrel" | "gram" | "millilitre"); received: number; stores: Array<{ storeId: string; storeName: string; owner: ("county-depot" | "hospital" | "township" | "grain-outlet" | "supermarket" | "reserve-company" | "other"); division: string; divisionName: string; quantity: number }>; underWay: number; uses: Array<{ movementId: string; storeId: string; storeName: string; at: string; account: string; toKind: (("township" | "village" | "checkpoint" | "site" | "hospital" | "team" | "residents" | "other") | null); party: (string | null); quantity: number }>; more: boolean; used: number } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/lots/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; itemId: string; maker?: (string | null); makerNo: string; expiresOn?: (string | null) }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again") } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/movements': {
    get: {
      parameters: { query?: { storeId?: string; kind?: ("received" | "issued" | "sold" | "sent" | "arrived" | "counted" | "written-off" | "reversed"); asOf?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; storeId: string; storeName: string; kind: ("received" | "issued" | "sold" | "sent" | "arrived" | "counted" | "written-off" | "reversed"); account: string; at: string; receivedAt: string; lines: Array<{ itemId: string; lotId: string; quantity: number; packId: (string | null); amount: (string | null); book: (number | null) }>; documentNo: (string | null); party: (string | null); note: (string | null); why: (string | null); slipId: (string | null); toStoreId: (string | null); consignmentId: (string | null); reversesId: (string | null); reversedBy: (string | null) }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/movements/{movementId}/print': {
    get: {
      parameters: { query?: { lang?: ("zh" | "en") }; path: { movementId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { fileName: string; type: string; content: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/movements/{movementId}/reversal': {
    post: {
      parameters: { query?: never; path: { movementId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; why: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/movements/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<({ id: string; storeId: string; at: string; lines: Array<{ itemId: string; lotId: string; amount: string; packId?: (string | null) }>; note?: (string | null); kind: "received"; account: ("allocated" | "bought" | "donated" | "returned"); party?: (string | null); documentNo?: (string | null) } | { id: string; storeId: string; at: string; lines: Array<{ itemId: string; lotId: string; amount: string; packId?: (string | null) }>; note?: (string | null); kind: "sold" } | { id: string; storeId: string; at: string; lines: Array<{ itemId: string; lotId: string; amount: string; packId?: (string | null) }>; note?: (string | null); kind: "sent"; toStoreId: string; documentNo?: (string | null) } | { id: string; storeId: string; at: string; lines: Array<{ itemId: string; lotId: string; amount: string; packId?: (string | null) }>; note?: (string | null); kind: "arrived"; consignmentId: string; why?: (string | null) } | { id: string; storeId: string; at: string; lines: Array<{ itemId: string; lotId: string; amount: string; packId?: (string | null) }>; note?: (string | null); kind: "counted"; why?: (string | null) } | { id: string; storeId: string; at: string; lines: Array<{ itemId: string; lotId: string; amount: string; packId?: (string | null) }>; note?: (string | null); kind: "written-off"; account: ("written-off" | "expired"); documentNo: string; why: string })> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again") } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/prices/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; storeId: string; itemId: string; priceFen: number; per: string; state: ("enough" | "little" | "none"); delivery: ("normal" | "late" | "stopped"); at: string }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again") } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/recalls': {
    get: {
      parameters: { query?: { after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; lot: { id: string; itemId: string; maker: (string | null); makerNo: (string | null); expiresOn: (string | null) }; itemName: string; unit: ("piece" | "pair" | "set" | "bottle" | "bag" | "barrel" | "gram" | "millilitre"); at: string; notice: string; documentNo: (string | null); stores: Array<{ storeId: string; storeName: string; quantity: number; answer: ({ at: string; found: number; done: string; note: (string | null) } | null) }> }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; lotId: string; at: string; notice: string; documentNo?: (string | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/recalls/{recallId}/answers': {
    post: {
      parameters: { query?: never; path: { recallId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; storeId: string; at: string; found: number; done: ("set-aside" | "sent-back" | "destroyed" | "nothing-left"); note?: (string | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/requests': {
    get: {
      parameters: { query?: { itemId?: string; state?: ("open" | "all"); asOf?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; division: string; divisionName: string; storeId: string; storeName: string; itemId: string; itemName: string; unit: ("piece" | "pair" | "set" | "bottle" | "bag" | "barrel" | "gram" | "millilitre"); quantity: number; purpose: ("medical" | "isolation" | "checkpoints" | "visits" | "residents" | "other"); neededOn: string; note: (string | null); at: string; allotted: number; sent: number; arrived: number; state: ("asked" | "allotted" | "on-the-way" | "arrived" | "over"); endWhy: (string | null) }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/requests/{requestId}/end': {
    post: {
      parameters: { query?: never; path: { requestId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; how: ("withdrawn" | "declined"); why: string; at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/requests/{requestId}/shipments': {
    post: {
      parameters: { query?: never; path: { requestId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; storeId: string; lots: Array<{ lotId: string; amount: string; packId?: (string | null) }>; documentNo?: (string | null); note?: (string | null); at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/requests/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; storeId: string; itemId: string; quantity: number; purpose: ("medical" | "isolation" | "checkpoints" | "visits" | "residents" | "other"); neededOn: string; note?: (string | null); at: string }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again") } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/slips': {
    get: {
      parameters: { query?: { storeId?: string; state?: ("open" | "all"); after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; storeId: string; storeName: string; at: string; lines: Array<{ itemId: string; lotId: string; quantity: number; packId: (string | null); amount: (string | null); book: (number | null) }>; toKind: ("township" | "village" | "checkpoint" | "site" | "hospital" | "team" | "residents" | "other"); party: string; documentNo: (string | null); note: (string | null); state: ("open" | "issued" | "ended"); mine: boolean }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/slips/{slipId}/confirmation': {
    post: {
      parameters: { query?: never; path: { slipId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/slips/{slipId}/end': {
    post: {
      parameters: { query?: never; path: { slipId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; why: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/slips/{slipId}/print': {
    get: {
      parameters: { query?: { lang?: ("zh" | "en") }; path: { slipId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { fileName: string; type: string; content: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/slips/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; storeId: string; at: string; lines: Array<{ itemId: string; lotId: string; amount: string; packId?: (string | null) }>; note?: (string | null); to: { kind: ("township" | "village" | "checkpoint" | "site" | "hospital" | "team" | "residents" | "other"); ref?: (string | null); party: string }; documentNo?: (string | null) }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again") } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/stock': {
    get: {
      parameters: { query?: { kind?: ("medical" | "daily"); division?: string; asOf?: string }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { asOf: string; items: Array<{ itemId: string; code: string; name: string; kind: ("medical" | "daily"); unit: ("piece" | "pair" | "set" | "bottle" | "bag" | "barrel" | "gram" | "millilitre"); quantity: number; underWay: number; expired: number; expiringSoon: number; owners: Array<{ owner: ("county-depot" | "hospital" | "township" | "grain-outlet" | "supermarket" | "reserve-company" | "other"); quantity: number; stores: number }> }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/stores': {
    get: {
      parameters: { query?: { owner?: ("county-depot" | "hospital" | "township" | "grain-outlet" | "supermarket" | "reserve-company" | "other"); division?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; division: string; divisionName: string; owner: ("county-depot" | "hospital" | "township" | "grain-outlet" | "supermarket" | "reserve-company" | "other"); name: string; post: string; openedAt: string; closedAt: (string | null) }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/stores/{storeId}/card': {
    get: {
      parameters: { query: { itemId: string; lotId?: string; from?: string; till?: string; after?: string; limit?: number }; path: { storeId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { storeId: string; storeName: string; itemId: string; itemName: string; unit: ("piece" | "pair" | "set" | "bottle" | "bag" | "barrel" | "gram" | "millilitre"); opening: number; items: Array<{ movementId: string; at: string; kind: ("received" | "issued" | "sold" | "sent" | "arrived" | "counted" | "written-off" | "reversed"); account: string; party: (string | null); documentNo: (string | null); makerNo: (string | null); in: number; out: number; balance: number }>; closing: number; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/stores/{storeId}/card/print': {
    get: {
      parameters: { query: { itemId: string; from?: string; till?: string; lang?: ("zh" | "en") }; path: { storeId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { fileName: string; type: string; content: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/stores/{storeId}/closing': {
    post: {
      parameters: { query?: never; path: { storeId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; why: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/stores/{storeId}/labels': {
    get: {
      parameters: { query?: { lotId?: string; lang?: ("zh" | "en") }; path: { storeId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { fileName: string; type: string; content: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/stores/{storeId}/movements': {
    post: {
      parameters: { query?: never; path: { storeId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': ({ id: string; at: string; lines: Array<{ itemId: string; lotId: string; amount: string; packId?: (string | null) }>; note?: (string | null); kind: "received"; account: ("allocated" | "bought" | "donated" | "returned"); party?: (string | null); documentNo?: (string | null) } | { id: string; at: string; lines: Array<{ itemId: string; lotId: string; amount: string; packId?: (string | null) }>; note?: (string | null); kind: "sold" } | { id: string; at: string; lines: Array<{ itemId: string; lotId: string; amount: string; packId?: (string | null) }>; note?: (string | null); kind: "sent"; toStoreId: string; documentNo?: (string | null) } | { id: string; at: string; lines: Array<{ itemId: string; lotId: string; amount: string; packId?: (string | null) }>; note?: (string | null); kind: "arrived"; consignmentId: string; why?: (string | null) } | { id: string; at: string; lines: Array<{ itemId: string; lotId: string; amount: string; packId?: (string | null) }>; note?: (string | null); kind: "counted"; why?: (string | null) } | { id: string; at: string; lines: Array<{ itemId: string; lotId: string; amount: string; packId?: (string | null) }>; note?: (string | null); kind: "written-off"; account: ("written-off" | "expired"); documentNo: string; why: string }) } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/stores/{storeId}/slips': {
    post: {
      parameters: { query?: never; path: { storeId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; lines: Array<{ itemId: string; lotId: string; amount: string; packId?: (string | null) }>; note?: (string | null); to: { kind: ("township" | "village" | "checkpoint" | "site" | "hospital" | "team" | "residents" | "other"); ref?: (string | null); party: string }; documentNo?: (string | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/stores/{storeId}/stock': {
    get: {
      parameters: { query?: { asOf?: string; after?: string; limit?: number }; path: { storeId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { storeId: string; name: string; owner: ("county-depot" | "hospital" | "township" | "grain-outlet" | "supermarket" | "reserve-company" | "other"); division: string; divisionName: string; post: string; closedAt: (string | null); asOf: string; mayKeep: boolean; items: Array<{ itemId: string; itemName: string; unit: ("piece" | "pair" | "set" | "bottle" | "bag" | "barrel" | "gram" | "millilitre"); lot: { id: string; itemId: string; maker: (string | null); makerNo: (string | null); expiresOn: (string | null) }; quantity: number; countedAt: (string | null) }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/stores/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; division: string; owner: ("county-depot" | "hospital" | "township" | "grain-outlet" | "supermarket" | "reserve-company" | "other"); name: string; post: string; openedAt: string }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again") } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/supplies/total': {
    get: {
      parameters: { query: { itemIds: string; owner?: ("county-depot" | "hospital" | "township" | "grain-outlet" | "supermarket" | "reserve-company" | "other"); division?: string; asOf?: string }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { asOf: string; quantity: number; unit: ("piece" | "pair" | "set" | "bottle" | "bag" | "barrel" | "gram" | "millilitre"); stores: number } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/sync/feed': {
    get: {
      parameters: { query?: { after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { epoch: string; items: Array<{ seq: number; kind: string; division: string; ids: Array<string>; announcedAt: string }>; next: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/sync/key': {
    get: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { id: string; publicKey: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/sync/replica': {
    get: {
      parameters: { query: { village: string; cursor?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { reset: boolean; epoch: string; items: Array<({ kind: "household"; id: string; gone: false; plain: { compoundId: (string | null); block: (string | null); walkOrder: number; members: Array<{ personId: string; relation: string }> }; personal: { door: (string | null); names: Array<(string | null)> } } | { kind: "household"; id: string; gone: true })>; next: string; more: boolean; capped: boolean; now: string; leaseUntil: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/sync/sealed': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { county: number; deviceToken?: string; personToken?: string; sentAt?: (string | null); items: Array<{ id: string; sealed: string }>; prove?: boolean } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { epoch: string; position: number; verdicts: Array<({ id: string; ok: true; receipt: { arrival: ("new" | "again"); receivedAt: string; said: Record<string, unknown> }; proof?: string } | { id: string; ok: false; problem: { code: string; resend: ("never" | "later"); text: { zh: string; en: string }; fields: Array<{ path: string; zh: string; en: string }> }; proof?: string })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/sync/sealed/open': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; sealed: string } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { id: string; operation: string; content: Record<string, unknown> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/sync/stand': {
    get: {
      parameters: { query: { county: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { epoch: string; position: number } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/tallies/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; checkpointId: string; shiftId?: (string | null); deviceSeq?: (number | null); lane?: number; startedAt: string; recordedAt: string; screened: number; turnedBack?: number; vehicles?: number }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again"); receivedAt: string; fever: boolean; handOverId: (string | null) } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/task-photos/{photoId}': {
    get: {
      parameters: { query?: never; path: { photoId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { type: string; content: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/task-steps/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; taskId: string; step: ("delivered" | "received" | "read" | "doing" | "done" | "returned"); note?: (string | null); quantity?: (number | null); photoIds?: Array<string>; dueAt?: (string | null); deviceSeq?: (number | null); recordedAt: string }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again"); receivedAt: string; occurredAt: string; state: ("silent" | "late" | "returned" | "not-received" | "received" | "read" | "doing" | "done" | "ended" | "reassigned") } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/tasks': {
    get: {
      parameters: { query?: { documentId?: string; measureId?: string; kind?: ("document" | "end" | "measure"); area?: string; exact?: string; state?: ("silent" | "late" | "returned" | "not-received" | "received" | "read" | "doing" | "done" | "ended" | "reassigned" | "open"); asOf?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; kind: ("document" | "end" | "measure"); documentId: string; number: string; documentTitle: string; documentKind: ("resolution" | "decision" | "command" | "communique" | "announcement" | "notice" | "opinion" | "circular" | "bulletin" | "report" | "request" | "reply" | "bill" | "letter" | "minutes" | "directive" | "work-letter" | "open-letter" | "proposal"); measureId: (string | null); title: string; asks: ({ words: boolean; count: (string | null); photo: boolean } | null); division: string; divisionName: string; postId: (string | null); postTitle: (string | null); role: (("county-desk" | "data-verifier" | "township-officer" | "village-cadre" | "checkpoint-shift" | "isolation-staff" | "supplies-keeper" | "publicity-editor" | "auditor" | "administrator") | null); at: string; receiptBy: string; dueAt: string; state: ("silent" | "late" | "returned" | "not-received" | "received" | "read" | "doing" | "done" | "ended" | "reassigned"); deliveredAt: (string | null); heardAt: (string | null); readAt: (string | null); doneAt: (string | null) }>; next: (string | null); asOf: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/tasks/{taskId}': {
    get: {
      parameters: { query?: never; path: { taskId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { id: string; kind: ("document" | "end" | "measure"); documentId: string; number: string; documentTitle: string; documentKind: ("resolution" | "decision" | "command" | "communique" | "announcement" | "notice" | "opinion" | "circular" | "bulletin" | "report" | "request" | "reply" | "bill" | "letter" | "minutes" | "directive" | "work-letter" | "open-letter" | "proposal"); measureId: (string | null); title: string; asks: ({ words: boolean; count: (string | null); photo: boolean } | null); division: string; divisionName: string; postId: (string | null); postTitle: (string | null); role: (("county-desk" | "data-verifier" | "township-officer" | "village-cadre" | "checkpoint-shift" | "isolation-staff" | "supplies-keeper" | "publicity-editor" | "auditor" | "administrator") | null); at: string; receiptBy: string; dueAt: string; state: ("silent" | "late" | "returned" | "not-received" | "received" | "read" | "doing" | "done" | "ended" | "reassigned"); deliveredAt: (string | null); heardAt: (string | null); readAt: (string | null); doneAt: (string | null); details: (string | null); documentState: ("issued" | "withdrawn" | "superseded"); follows: (string | null); steps: Array<{ id: string; step: ("delivered" | "received" | "read" | "doing" | "done" | "returned" | "reassigned"); note: (string | null); quantity: (number | null); unit: (string | null); dueAt: (string | null); toTask: (string | null); occurredAt: string; receivedAt: string; seat: (string | null); photos: Array<{ id: string; type: string; size: number }> }>; next: Array<("delivered" | "received" | "read" | "doing" | "done" | "returned" | "reassigned")> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/tasks/{taskId}/photos': {
    post: {
      parameters: { query?: never; path: { taskId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; content: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again"); type: string; size: number; sha256: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/tasks/{taskId}/reassignment': {
    post: {
      parameters: { query?: never; path: { taskId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; toTask: string; division: string; postId?: (string | null); dueAt: string; note: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/tasks/{taskId}/steps': {
    post: {
      parameters: { query?: never; path: { taskId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; step: ("delivered" | "received" | "read" | "doing" | "done" | "returned"); note?: (string | null); quantity?: (number | null); photoIds?: Array<string>; dueAt?: (string | null); deviceSeq?: (number | null); recordedAt: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again"); receivedAt: string; occurredAt: string; state: ("silent" | "late" | "returned" | "not-received" | "received" | "read" | "doing" | "done" | "ended" | "reassigned") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/transfers/{transferId}/arrival': {
    post: {
      parameters: { query?: never; path: { transferId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/transfers/{transferId}/cleaning': {
    post: {
      parameters: { query?: never; path: { transferId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; at: string; agent: string; mgPerLitre: number } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/visits': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; roundId: string; householdId: string; recordedAt: string; outcome: ("met" | "phone" | "notice" | "nobody" | "sealed" | "refused"); way?: ("app" | "paper" | "desk"); note?: (string | null); deviceSeq?: (number | null); version?: (number | null); sheets?: Array<{ personId?: (string | null); answers: Record<string, (boolean | number | string | Array<string>)> }>; corrects?: (string | null); why?: (string | null); voided?: boolean } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again"); receivedAt: string; followUps: Array<{ id: string; kind: ("travel" | "contact" | "fever" | "health" | "roster") }>; unanswered: number } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/visits/{visitId}/responses': {
    get: {
      parameters: { query?: never; path: { visitId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { resourceType: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/visits/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; roundId: string; householdId: string; recordedAt: string; outcome: ("met" | "phone" | "notice" | "nobody" | "sealed" | "refused"); way?: ("app" | "paper" | "desk"); note?: (string | null); deviceSeq?: (number | null); version?: (number | null); sheets?: Array<{ personId?: (string | null); answers: Record<string, (boolean | number | string | Array<string>)> }>; corrects?: (string | null); why?: (string | null); voided?: boolean }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again"); receivedAt: string; followUps: Array<{ id: string; kind: ("travel" | "contact" | "fever" | "health" | "roster") }>; unanswered: number } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/visits/cards/{code}': {
    get: {
      parameters: { query?: never; path: { code: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { code: string; householdId: string; division: string; compoundId: (string | null); block: (string | null); walkOrder: number; state: ("to-visit" | "met" | "phone" | "notice" | "nobody" | "sealed" | "refused"); attempts: number; lastAt: (string | null); door: (string | null); members: Array<{ relation: string; person: { id: string; visible: boolean; division: (string | null); synthetic: boolean; name: (string | null); documentKind: (("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none") | null); document: (string | null); phone: (string | null); plate: (string | null); hasAddress: boolean } }>; roundId: string; roundTitle: string; startedAt: string; questionnaire: { key: string; version: number; newest: boolean; zh: string; en: (string | null); questions: Array<{ linkId: string; within: (string | null); prefix: (string | null); zh: string; en: (string | null); kind: ("yes-no" | "choice" | "text" | "number" | "whole" | "day" | "moment" | "note" | "group"); asked: ("person" | "household" | "place"); many: boolean; required: boolean; options: Array<{ code: string; system: (string | null); zh: string; en: (string | null) }>; when: Array<{ question: string; operator: ("exists" | "=" | "!=" | ">" | "<" | ">=" | "<="); answer: (boolean | number | string) }>; every: boolean; opens: Array<{ operator: ("exists" | "=" | "!=" | ">" | "<" | ">=" | "<="); answer: (boolean | number | string); kind: ("travel" | "contact" | "fever" | "health" | "roster"); fills: Record<string, string> }> }> } } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/visits/follow-ups': {
    get: {
      parameters: { query?: { state?: ("open" | "closed" | "all"); kind?: ("travel" | "contact" | "fever" | "health" | "roster"); area?: string; after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; kind: ("travel" | "contact" | "fever" | "health" | "roster"); division: string; householdId: string; roundId: string; visitId: string; linkId: string; key: string; version: number; person: ({ id: string; visible: boolean; division: (string | null); synthetic: boolean; name: (string | null); documentKind: (("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none") | null); document: (string | null); phone: (string | null); plate: (string | null); hasAddress: boolean } | null); draft: { from?: string; arrivedOn?: string; means?: string }; openedAt: string; open: boolean; outcome: (("recorded" | "excluded" | "suspected" | "confirmed" | "updated" | "unreachable") | null); outcomeAt: (string | null); note: (string | null); exposureId: (string | null) }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/visits/follow-ups/{followUpId}/contact': {
    post: {
      parameters: { query?: never; path: { followUpId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; contactId: string; recordedAt: string; with: ({ personId: string } | { gatheringId: string }); firstAt: string; firstEstimated?: boolean; lastAt: string; lastEstimated?: boolean; kind: ("household" | "caregiver" | "aerosol-procedure" | "same-ward" | "same-room" | "shared-meal" | "shared-utensils" | "secretions" | "visiting" | "same-vehicle" | "judgement" | "other"); relation?: ("family" | "friend" | "colleague" | "classmate" | "health-worker" | "neighbour" | "other" | "unknown"); protection?: ("none" | "partial" | "full" | "unknown"); duration?: ("under-5-minutes" | "5-15-minutes" | "15-60-minutes" | "1-4-hours" | "over-4-hours" | "unknown"); certainty?: ("low" | "medium" | "high") } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/visits/follow-ups/{followUpId}/journey': {
    post: {
      parameters: { query?: never; path: { followUpId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; travelId: string; recordedAt: string; from: { code?: (string | null); place?: (string | null) }; via?: Array<{ code?: (string | null); place?: (string | null) }>; to: { code?: (string | null); place?: (string | null) }; leftAt?: (string | null); leftEstimated?: boolean; arrivedAt?: (string | null); arrivedEstimated?: boolean; means?: ("rail" | "air" | "coach" | "own-car" | "hired-car" | "ship" | "other" | "unknown"); service?: (string | null); plate?: (string | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/visits/follow-ups/{followUpId}/outcomes': {
    post: {
      parameters: { query?: never; path: { followUpId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; recordedAt: string; outcome: ("recorded" | "excluded" | "suspected" | "confirmed" | "updated" | "unreachable"); note?: (string | null) } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/visits/follow-ups/outcomes/batch': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { sentAt?: (string | null); items: Array<{ id: string; followUpId: string; recordedAt: string; outcome: ("recorded" | "excluded" | "suspected" | "confirmed" | "updated" | "unreachable"); note?: (string | null) }> } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { verdicts: Array<({ id: string; ok: true; receipt: { id: string; arrival: ("new" | "again") } } | { id: string; ok: false; problem: Problem })> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/visits/households/{householdId}': {
    get: {
      parameters: { query?: never; path: { householdId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { householdId: string; division: string; door: (string | null); members: Array<{ relation: string; person: { id: string; visible: boolean; division: (string | null); synthetic: boolean; name: (string | null); documentKind: (("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none") | null); document: (string | null); phone: (string | null); plate: (string | null); hasAddress: boolean } }>; rounds: Array<{ roundId: string; title: string; state: ("to-visit" | "met" | "phone" | "notice" | "nobody" | "sealed" | "refused"); attempts: number; startedAt: string }>; visits: Array<{ id: string; roundId: string; roundTitle: string; division: string; outcome: ("met" | "phone" | "notice" | "nobody" | "sealed" | "refused"); attempt: (number | null); way: ("app" | "paper" | "desk"); note: (string | null); recordedAt: string; occurredAt: string; receivedAt: string; corrects: (string | null); why: (string | null); voided: boolean; correctedBy: (string | null); sheets: Array<{ person: ({ id: string; visible: boolean; division: (string | null); synthetic: boolean; name: (string | null); documentKind: (("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none") | null); document: (string | null); phone: (string | null); plate: (string | null); hasAddress: boolean } | null); key: string; version: number; answers: Record<string, (boolean | number | string | Array<string>)>; unanswered: Array<string> }>; followUps: Array<{ id: string; kind: ("travel" | "contact" | "fever" | "health" | "roster"); personId: (string | null); outcome: (("recorded" | "excluded" | "suspected" | "confirmed" | "updated" | "unreachable") | null) }> }>; questionnaires: Array<{ key: string; version: number; newest: boolean; zh: string; en: (string | null); questions: Array<{ linkId: string; within: (string | null); prefix: (string | null); zh: string; en: (string | null); kind: ("yes-no" | "choice" | "text" | "number" | "whole" | "day" | "moment" | "note" | "group"); asked: ("person" | "household" | "place"); many: boolean; required: boolean; options: Array<{ code: string; system: (string | null); zh: string; en: (string | null) }>; when: Array<{ question: string; operator: ("exists" | "=" | "!=" | ">" | "<" | ">=" | "<="); answer: (boolean | number | string) }>; every: boolean; opens: Array<{ operator: ("exists" | "=" | "!=" | ">" | "<" | ">=" | "<="); answer: (boolean | number | string); kind: ("travel" | "contact" | "fever" | "health" | "roster"); fills: Record<string, string> }> }> }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/visits/questionnaires': {
    get: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ key: string; zh: string; en: (string | null); of: ("homes" | "places"); versions: Array<{ version: number; questions: number }> }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { key: string; version: number; zh: string; en?: (string | null); questions: Array<{ linkId: string; within?: (string | null); prefix?: (string | null); zh: string; en?: (string | null); kind: ("yes-no" | "choice" | "text" | "number" | "whole" | "day" | "moment" | "note" | "group"); asked?: ("person" | "household" | "place"); many?: boolean; required?: boolean; options?: Array<{ code: string; system?: (string | null); zh: string; en?: (string | null) }>; when?: Array<{ question: string; operator: ("exists" | "=" | "!=" | ">" | "<" | ">=" | "<="); answer: (boolean | number | string) }>; every?: boolean; opens?: Array<{ operator: ("exists" | "=" | "!=" | ">" | "<" | ">=" | "<="); answer: (boolean | number | string); kind: ("travel" | "contact" | "fever" | "health" | "roster"); fills?: Record<string, string> }> }> } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { key: string; version: number; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/visits/questionnaires/{key}': {
    get: {
      parameters: { query?: { version?: number }; path: { key: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { key: string; version: number; newest: boolean; zh: string; en: (string | null); questions: Array<{ linkId: string; within: (string | null); prefix: (string | null); zh: string; en: (string | null); kind: ("yes-no" | "choice" | "text" | "number" | "whole" | "day" | "moment" | "note" | "group"); asked: ("person" | "household" | "place"); many: boolean; required: boolean; options: Array<{ code: string; system: (string | null); zh: string; en: (string | null) }>; when: Array<{ question: string; operator: ("exists" | "=" | "!=" | ">" | "<" | ">=" | "<="); answer: (boolean | number | string) }>; every: boolean; opens: Array<{ operator: ("exists" | "=" | "!=" | ">" | "<" | ">=" | "<="); answer: (boolean | number | string); kind: ("travel" | "contact" | "fever" | "health" | "roster"); fills: Record<string, string> }> }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/visits/questionnaires/{key}/fhir': {
    get: {
      parameters: { query?: { version?: number }; path: { key: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { resourceType: string } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/visits/questionnaires/from-fhir': {
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { resource: { resourceType: string } } } }
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { draft: { zh: string; en: (string | null); questions: Array<{ linkId: string; within: (string | null); prefix: (string | null); zh: string; en: (string | null); kind: ("yes-no" | "choice" | "text" | "number" | "whole" | "day" | "moment" | "note" | "group"); asked: ("person" | "household" | "place"); many: boolean; required: boolean; options: Array<{ code: string; system: (string | null); zh: string; en: (string | null) }>; when: Array<{ question: string; operator: ("exists" | "=" | "!=" | ">" | "<" | ">=" | "<="); answer: (boolean | number | string) }>; every: boolean; opens: Array<{ operator: ("exists" | "=" | "!=" | ">" | "<" | ">=" | "<="); answer: (boolean | number | string); kind: ("travel" | "contact" | "fever" | "health" | "roster"); fills: Record<string, string> }> }> }; suggestedKey: string; leftOut: Array<string> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/visits/rounds': {
    get: {
      parameters: { query?: { state?: ("running" | "ended" | "all"); after?: string; limit?: number }; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ id: string; area: string; areaName: string; title: string; questionnaire: { key: string; version: number }; startedAt: string; endedAt: (string | null); targets: Array<{ at: string; percent: number }> }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
    post: {
      parameters: { query?: never; path?: never; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { id: string; area: string; title: string; questionnaire: { key: string; version: number }; startedAt: string; targets?: Array<{ at: string; percent: number }> } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/visits/rounds/{roundId}/blocks': {
    get: {
      parameters: { query: { division: string; asOf?: string; after?: string; limit?: number }; path: { roundId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ unit: string; compoundId: (string | null); block: (string | null); counted: { households: number; met: number; phone: number; notice: number; nobody: number; sealed: number; refused: number }; needed: (number | null) }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/visits/rounds/{roundId}/cards': {
    post: {
      parameters: { query?: never; path: { roundId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { division: string; block?: (string | null); state?: ("to-visit" | "not-met" | "all"); after?: (string | null); limit?: number } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ code: string; householdId: string; division: string; compoundId: (string | null); block: (string | null); walkOrder: number; state: ("to-visit" | "met" | "phone" | "notice" | "nobody" | "sealed" | "refused"); attempts: number; lastAt: (string | null); door: (string | null); members: Array<{ relation: string; person: { id: string; visible: boolean; division: (string | null); synthetic: boolean; name: (string | null); documentKind: (("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none") | null); document: (string | null); phone: (string | null); plate: (string | null); hasAddress: boolean } }> }>; next: (string | null); questionnaire: { key: string; version: number; newest: boolean; zh: string; en: (string | null); questions: Array<{ linkId: string; within: (string | null); prefix: (string | null); zh: string; en: (string | null); kind: ("yes-no" | "choice" | "text" | "number" | "whole" | "day" | "moment" | "note" | "group"); asked: ("person" | "household" | "place"); many: boolean; required: boolean; options: Array<{ code: string; system: (string | null); zh: string; en: (string | null) }>; when: Array<{ question: string; operator: ("exists" | "=" | "!=" | ">" | "<" | ">=" | "<="); answer: (boolean | number | string) }>; every: boolean; opens: Array<{ operator: ("exists" | "=" | "!=" | ">" | "<" | ">=" | "<="); answer: (boolean | number | string); kind: ("travel" | "contact" | "fever" | "health" | "roster"); fills: Record<string, string> }> }> } } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/visits/rounds/{roundId}/end': {
    post: {
      parameters: { query?: never; path: { roundId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody: { content: { 'application/json': { endedAt: string } } }
      responses: {
        201: { headers: Record<string, string>; content: { 'application/json': { id: string; arrival: ("new" | "again") } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/visits/rounds/{roundId}/households': {
    get: {
      parameters: { query?: { state?: ("to-visit" | "met" | "phone" | "notice" | "nobody" | "sealed" | "refused" | "not-met" | "done"); area?: string; who?: ("heads" | "everybody"); after?: string; limit?: number }; path: { roundId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { items: Array<{ householdId: string; division: string; compoundId: (string | null); block: (string | null); walkOrder: number; state: ("to-visit" | "met" | "phone" | "notice" | "nobody" | "sealed" | "refused"); attempts: number; lastAt: (string | null); door: (string | null); members: Array<{ relation: string; person: { id: string; visible: boolean; division: (string | null); synthetic: boolean; name: (string | null); documentKind: (("resident-id" | "hmt-residence" | "hmt-travel" | "passport" | "military" | "none") | null); document: (string | null); phone: (string | null); plate: (string | null); hasAddress: boolean } }> }>; next: (string | null) } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
  '/visits/rounds/{roundId}/progress': {
    get: {
      parameters: { query?: { area?: string; asOf?: string }; path: { roundId: string }; header?: { 'Qunfang-Purpose'?: string; 'Qunfang-Sent-At'?: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { round: { id: string; area: string; areaName: string; title: string; questionnaire: { key: string; version: number }; startedAt: string; endedAt: (string | null); targets: Array<{ at: string; percent: number }> }; area: string; name: string; asOf: string; total: { households: number; met: number; phone: number; notice: number; nobody: number; sealed: number; refused: number }; targets: Array<{ at: string; percent: number; due: boolean; households: number; needed: number; done: number }>; children: Array<{ division: string; name: string; counted: { households: number; met: number; phone: number; notice: number; nobody: number; sealed: number; refused: number }; needed: (number | null) }>; hours: Array<{ hour: string; done: number }> } } }
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } }
      }
    }
  }
}
