-- Cards in one grammar with closed lists of purposes, classes and terms, so that a machine can read them; see retention/rules.ts.
comment on column kernel.audit_entry.account_id is 'purpose=access-trail: who did it; basis=PIPL 54; class=staff; retention=3 years; readers=auditor, administrator, county-desk, data-verifier';
comment on column kernel.audit_entry.device_id is 'purpose=access-trail: who did it; basis=PIPL 54; class=staff; retention=3 years; readers=auditor, administrator, county-desk, data-verifier';
comment on column kernel.audit_entry.note is 'purpose=access-trail: ids, counts and plain facts, no names; basis=PIPL 54; class=internal; retention=3 years; readers=auditor, administrator, county-desk, data-verifier';
comment on column kernel.audit_entry.seat_id is 'purpose=access-trail: who did it; basis=PIPL 54; class=staff; retention=3 years; readers=auditor, administrator, county-desk, data-verifier';
comment on column kernel.audit_entry.subject is 'purpose=access-trail: what or whom it was about, by its id; basis=PIPL 54; class=pseudonym; retention=3 years; readers=auditor, administrator, county-desk, data-verifier';
comment on column kernel.audit_inbox.account_id is 'purpose=access-trail: who did it; basis=PIPL 54; class=staff; retention=3 years; readers=auditor, administrator, county-desk, data-verifier';
comment on column kernel.audit_inbox.device_id is 'purpose=access-trail: who did it; basis=PIPL 54; class=staff; retention=3 years; readers=auditor, administrator, county-desk, data-verifier';
comment on column kernel.audit_inbox.note is 'purpose=access-trail: ids, counts and plain facts, no names; basis=PIPL 54; class=internal; retention=3 years; readers=auditor, administrator, county-desk, data-verifier';
comment on column kernel.audit_inbox.seat_id is 'purpose=access-trail: who did it; basis=PIPL 54; class=staff; retention=3 years; readers=auditor, administrator, county-desk, data-verifier';
comment on column kernel.audit_inbox.subject is 'purpose=access-trail: what or whom it was about, by its id; basis=PIPL 54; class=pseudonym; retention=3 years; readers=auditor, administrator, county-desk, data-verifier';
comment on column kernel.quarantine.account_id is 'purpose=answerability: who sent it; basis=record keeping; class=staff; retention=30 days; readers=county-desk';
comment on column kernel.quarantine.body is 'purpose=record-keeping: nothing sent is lost; basis=record keeping; class=sensitive, sealed; retention=30 days; readers=county-desk';
comment on column kernel.quarantine.claimed_id is 'purpose=record-keeping: which id it claimed; basis=record keeping; class=pseudonym; retention=30 days; readers=county-desk';
comment on column kernel.quarantine.device_id is 'purpose=answerability: which device sent it; basis=record keeping; class=staff; retention=30 days; readers=county-desk';
comment on column kernel.schema_migration.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
