-- Who did what, and who looked at whom. An entry is written in the transaction it tells of (no entry, no act); the clerk
-- moves it into the chain, where each hash covers the one before.
create table kernel.audit_inbox (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('person', 'system', 'anonymous')),
  account_id uuid,
  seat_id uuid,
  role text,
  device_id uuid,
  operation text not null,
  purpose text,
  subject uuid,
  count integer not null,
  note text not null,
  request_id text not null,
  primary key (county, id)
);
create table kernel.audit_entry (
  like kernel.audit_inbox including all,
  seq bigint not null,
  hash bytea not null,
  unique (county, seq)
);
create index audit_entry_subject on kernel.audit_entry (county, subject, seq) where subject is not null;
create index audit_entry_account on kernel.audit_entry (county, account_id, seq);

alter table kernel.audit_inbox enable row level security;
alter table kernel.audit_inbox force row level security;
alter table kernel.audit_entry enable row level security;
alter table kernel.audit_entry force row level security;
create policy write on kernel.audit_inbox for insert to qunfang_app with check (county = (select kernel.app_county()));
create policy read on kernel.audit_inbox for select to qunfang_app using (
  county = (select kernel.app_county()) and division >= (select kernel.app_from()) and division < (select kernel.app_to())
  and (select kernel.app_role()) in ('auditor', 'administrator', 'county-desk', 'data-verifier', 'system'));
create policy read on kernel.audit_entry for select to qunfang_app using (
  county = (select kernel.app_county()) and division >= (select kernel.app_from()) and division < (select kernel.app_to())
  and (select kernel.app_role()) in ('auditor', 'administrator', 'county-desk', 'data-verifier', 'system'));
create policy clerk on kernel.audit_inbox to qunfang_clerk using (true);
create policy clerk on kernel.audit_entry to qunfang_clerk using (true);
create policy owner on kernel.audit_inbox to current_user using (true);
create policy owner on kernel.audit_entry to current_user using (true);
grant insert, select on kernel.audit_inbox to qunfang_app;
grant select on kernel.audit_entry to qunfang_app;
grant select, delete on kernel.audit_inbox to qunfang_clerk;
grant select, insert on kernel.audit_entry to qunfang_clerk;
