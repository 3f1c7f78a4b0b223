-- Many rows leave with the consent of a second person, who is another one than the one who makes the file.
create table agency_lists.return_consent (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  list_id uuid not null,
  account_id uuid not null,
  at timestamptz not null,
  primary key (county, id),
  foreign key (county, list_id) references agency_lists.list (county, id)
);
comment on table agency_lists.return_consent is 'Good for a day. The list it is for may be gone by then; that somebody agreed stays.';
comment on column agency_lists.return_consent.account_id is 'purpose=answerability: who agreed that the answers go back; basis=PIPL 54; class=staff; retention=with the certificate; readers=county-desk, auditor';
create index return_consent_list on agency_lists.return_consent (county, list_id, at desc);
select kernel.guard('agency_lists.return_consent');
grant select, insert on agency_lists.return_consent to qunfang_app;
