-- Lists from other offices: what they are, what their rows were found to be, what came back, and what is left of them.
create schema agency_lists;
grant usage on schema agency_lists to qunfang_app, qunfang_clerk;

create table agency_lists.list (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  sender text not null,
  basis text not null,
  purpose text not null,
  expires_on date not null,
  format text not null check (format in ('xlsx', 'csv')),
  headings text[] not null,
  fields text[] not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  check (array_length(headings, 1) = array_length(fields, 1))
);
comment on table agency_lists.list is 'One list, without its rows. Headings are the columns of its file, fields what a person confirmed them to mean.';
comment on column agency_lists.list.sender is 'purpose=who asks, and to whom the answers go; basis=PIPL 23; class=plain; retention=as long as the certificate; readers=seats of the county with entries';
comment on column agency_lists.list.basis is 'purpose=by what right the list was handed over; basis=PIPL 13(1)(3), 23; class=plain; retention=as long as the certificate; readers=seats of the county with entries';
comment on column agency_lists.list.purpose is 'purpose=what the list may be used for; basis=PIPL 6; class=plain; retention=as long as the certificate; readers=seats of the county with entries';
comment on column agency_lists.list.expires_on is 'purpose=when the rows are destroyed; basis=PIPL 19, 47; class=plain; retention=as long as the certificate; readers=seats of the county with entries';
comment on column agency_lists.list.headings is 'purpose=names of the columns, for the return file; basis=PIPL 13(1)(4); class=plain; retention=as long as the certificate; readers=seats of the county with entries';
comment on column agency_lists.list.recorded_by is 'purpose=who took the list in; basis=PIPL 54; class=staff; retention=as long as the certificate; readers=county-desk, auditor';
comment on column agency_lists.list.digest is 'purpose=recognise a list sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=as long as the certificate; readers=none';
create index list_sender on agency_lists.list (county, sender, received_at desc);
select kernel.guard('agency_lists.list');
-- Whoever verifies an entry in a village must be able to say for whom and by what right: lists of the county are read from below.
create policy above on agency_lists.list for select to qunfang_app using (county = (select kernel.app_county())
  and division = any (array[left((select kernel.app_from()), 6), left((select kernel.app_from()), 9)]));
grant select, insert on agency_lists.list to qunfang_app;

-- The file a list came in, known by its content: the same one a second time is the same list.
create table agency_lists.file (
  county integer not null,
  digest bytea not null,
  division text collate "C" not null,
  list_id uuid not null,
  sha256 bytea not null,
  bytes integer not null,
  primary key (county, digest),
  foreign key (county, list_id) references agency_lists.list (county, id)
);
comment on table agency_lists.file is 'The bytes are kept nowhere. Gone with the rows, so that a list that was destroyed by mistake can be sent again.';
comment on column agency_lists.file.digest is 'purpose=recognise a file sent twice (keyed HMAC of sender and content); basis=PIPL 51; class=pseudonym; retention=with the list; readers=none';
comment on column agency_lists.file.sha256 is 'purpose=say in the certificate which file was destroyed; basis=PIPL 47; class=plain; retention=as long as the certificate; readers=county-desk, auditor';
create index file_list on agency_lists.file (county, list_id);
select kernel.guard('agency_lists.file');
grant select, insert on agency_lists.file to qunfang_app;

create table agency_lists.entry (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  list_id uuid not null,
  nth integer not null,
  outcome text not null check (outcome in ('created', 'matched', 'conflict', 'rejected')),
  person_id uuid,
  reasons text[] not null,
  cells bytea not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, list_id) references agency_lists.list (county, id),
  check ((outcome = 'matched') = (person_id is not null))
);
comment on table agency_lists.entry is 'One row of a list and what it was found to be when it arrived. The division is that of the post that verifies it.';
comment on column agency_lists.entry.division is 'purpose=who verifies the entry; basis=PIPL 13(1)(4); class=whereabouts; retention=expiry of the list; readers=scope';
comment on column agency_lists.entry.person_id is 'purpose=agency-list-check: whom the row is about; basis=Infectious Diseases Act, PIPL 13(1)(4); class=pseudonym; retention=expiry of the list; readers=village-cadre, township-officer, data-verifier, county-desk';
comment on column agency_lists.entry.reasons is 'purpose=agency-list-check: why it was taken for that person, or refused; basis=PIPL 24; class=internal; retention=expiry of the list; readers=village-cadre, township-officer, data-verifier, county-desk';
comment on column agency_lists.entry.cells is 'purpose=agency-list-check: the row as it was sent; basis=Infectious Diseases Act, PIPL 13(1)(4); class=sensitive, sealed; retention=expiry of the list; readers=masked to scope, whole by purpose';
comment on column agency_lists.entry.digest is 'purpose=prove in the certificate what was destroyed (keyed HMAC); basis=PIPL 47, 51; class=pseudonym; retention=expiry of the list; readers=none';
create unique index entry_nth on agency_lists.entry (county, list_id, nth);
create index entry_division on agency_lists.entry (county, division, list_id, nth);
select kernel.guard('agency_lists.entry');
grant select, insert on agency_lists.entry to qunfang_app;

create table agency_lists.candidate (
  county integer not null,
  entry_id uuid not null,
  nth integer not null,
  division text collate "C" not null,
  person_id uuid not null,
  reasons text[] not null,
  primary key (county, entry_id, nth),
  foreign key (county, entry_id) references agency_lists.entry (county, id)
);
comment on table agency_lists.candidate is 'Who may be meant by an entry that is in doubt, the most likely first.';
comment on column agency_lists.candidate.person_id is 'purpose=agency-list-check: who may be meant; basis=PIPL 13(1)(4); class=pseudonym; retention=expiry of the list; readers=village-cadre, township-officer, data-verifier, county-desk';
comment on column agency_lists.candidate.reasons is 'purpose=agency-list-check: what agrees and what does not; basis=PIPL 24; class=internal; retention=expiry of the list; readers=village-cadre, township-officer, data-verifier, county-desk';
select kernel.guard('agency_lists.candidate');
grant select, insert on agency_lists.candidate to qunfang_app;

-- What became of the rows of a file, counted by the database from the rows themselves; only `read` and `blank` come from the reader.
create table agency_lists.reading (
  county integer not null,
  list_id uuid not null,
  division text collate "C" not null,
  read integer not null,
  created integer not null,
  matched integer not null,
  conflict integer not null,
  rejected integer not null,
  blank integer not null,
  primary key (county, list_id),
  foreign key (county, list_id) references agency_lists.list (county, id),
  constraint reading_adds_up check (read = created + matched + conflict + rejected + blank)
);
select kernel.guard('agency_lists.reading');
grant select, insert on agency_lists.reading to qunfang_app;
