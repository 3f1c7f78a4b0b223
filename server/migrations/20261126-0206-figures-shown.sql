-- What residents were shown of the county's figures, day by day, as it was shown: small cells are made coarse before they come here.
create table publicity.figures_shown (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  shown_on date not null,
  as_of timestamptz not null,
  content jsonb not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, shown_on)
);
comment on table publicity.figures_shown is 'One a day. A second one of the same day could be held against the first.';
comment on column publicity.figures_shown.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column publicity.figures_shown.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
select command.guard_issued('publicity.figures_shown');
grant select, insert on publicity.figures_shown to qunfang_app;
grant select on publicity.figures_shown to qunfang_clerk;
