-- Kinds of post and compositions of teams are rules with days, not columns. What a county does not say itself is said by the first
-- edition in the program.
create table responsibility.rule (
  county integer not null,
  id uuid not null,
  subject text not null check (subject in ('post-kind', 'team')),
  code text not null,
  since date not null,
  body jsonb not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id)
);
comment on column responsibility.rule.recorded_by is 'purpose=know who set the rule; basis=emergency response regulations, responsibility system; class=internal; retention=as long as the rule is kept; readers=county-desk, auditor';
select kernel.guard_county('responsibility.rule');
grant select, insert on responsibility.rule to qunfang_app;
