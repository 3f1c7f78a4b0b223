-- Cards in one grammar with closed lists of purposes, classes and terms, so that a machine can read them; see retention/rules.ts.
comment on column visits.card.printed_by is 'purpose=answerability: who answers for the paper; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column visits.follow_up.draft is 'purpose=home-visit: what is known already of what has to be recorded; basis=Infectious Diseases Act; class=whereabouts; retention=21 days after the round; readers=village-cadre, township-officer, data-verifier, county-desk';
comment on column visits.follow_up_outcome.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
comment on column visits.follow_up_outcome.exposure_id is 'purpose=home-visit: the fact that was recorded in the end; basis=Infectious Diseases Act; class=pseudonym; retention=with the follow-up; readers=scope';
comment on column visits.follow_up_outcome.note is 'purpose=home-visit: where it was examined; basis=record keeping; class=free-text; retention=with the follow-up; readers=scope';
comment on column visits.follow_up_outcome.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column visits.questionnaire.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
comment on column visits.questionnaire.recorded_by is 'purpose=answerability: who answers for what is asked; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column visits.round.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
comment on column visits.round.recorded_by is 'purpose=answerability: who answers for the round; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column visits.round_end.recorded_by is 'purpose=answerability: who answers for the round; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column visits.sheet.answers is 'purpose=home-visit; basis=Infectious Diseases Act, PIPL 13(1)(4); class=health; retention=21 days after the round; readers=village-cadre, township-officer, county-desk';
comment on column visits.visit.device_id is 'purpose=answerability: which device sent it; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column visits.visit.digest is 'purpose=recognition: recognise a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the household; readers=nobody';
comment on column visits.visit.note is 'purpose=home-visit: find the household next time; basis=Infectious Diseases Act, door-to-door visits; class=free-text; retention=with the household; readers=scope';
comment on column visits.visit.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column visits.visit.why is 'purpose=answerability: answerability of a correction; basis=PIPL 8 (accuracy); class=internal; retention=with the household; readers=scope';
comment on column visits.round.title is 'purpose=home-visit: which round, never whose; basis=record keeping; class=free-text; retention=with the record; readers=scope';
