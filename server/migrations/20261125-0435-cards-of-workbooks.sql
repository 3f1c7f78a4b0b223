-- Cards in one grammar with closed lists of purposes, classes and terms, so that a machine can read them; see retention/rules.ts.
comment on column workbooks.loaded.digest is 'purpose=recognition: tell a changed row from the same one (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the household; readers=nobody';
comment on column workbooks.ordering.account_id is 'purpose=answerability: in whose name rows are loaded; basis=PIPL 54; class=staff; retention=with the trail; readers=seats of the area';
comment on column workbooks.ordering.seat_id is 'purpose=answerability: in whose name rows are loaded; basis=PIPL 54; class=staff; retention=with the trail; readers=seats of the area';
comment on column workbooks.part.content is 'purpose=home-visit: load the rows of the file into the county; basis=Infectious Diseases Act, PIPL 13(1)(4); class=sensitive, sealed; retention=24 hours; readers=nobody';
comment on column workbooks.workbook.account_id is 'purpose=answerability: in whose name rows are loaded; basis=PIPL 54; class=staff; retention=with the trail; readers=seats of the area';
comment on column workbooks.workbook.seat_id is 'purpose=answerability: in whose name rows are loaded; basis=PIPL 54; class=staff; retention=with the trail; readers=seats of the area';
comment on column workbooks.workbook.digest is 'purpose=recognition: a file sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the trail; readers=nobody';
comment on column workbooks.destruction.ground is 'purpose=certificate: why the rows of a file were destroyed, no names; basis=PIPL 47; class=free-text; retention=with the certificate; readers=county-desk, auditor';
