-- Donations in goods: what came in is a movement of the ledger, received as donated; here stands who gave it, for the receipt.
create table supplies.donation (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  movement_id uuid not null,
  donor_kind text not null check (donor_kind in ('person', 'organisation', 'anonymous')),
  organisation text,
  person_id uuid,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, movement_id),
  check ((donor_kind = 'organisation') = (organisation is not null)),
  check (donor_kind = 'person' or person_id is null),
  foreign key (county, movement_id) references supplies.movement (county, id)
);
comment on column supplies.donation.organisation is 'purpose=record-keeping: which organisation gave; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column supplies.donation.person_id is 'purpose=record-keeping: who gave, for the receipt; basis=PIPL 13(1)(1); class=pseudonym; retention=event; readers=township-officer, county-desk';
comment on column supplies.donation.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column supplies.donation.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index donation_latest on supplies.donation (county, at desc, id desc);
create index donation_person on supplies.donation (county, person_id) where person_id is not null;
select kernel.guard('supplies.donation');
grant select, insert on supplies.donation to qunfang_app;
grant select on supplies.donation to qunfang_clerk;

create table supplies.naming (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  donation_id uuid not null,
  public_name text,
  at timestamptz not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, donation_id) references supplies.donation (county, id)
);
comment on column supplies.naming.public_name is 'purpose=record-keeping: as the donor wants to be called in public; basis=PIPL 13(1)(1), 25; class=personal; retention=event; readers=everybody';
comment on column supplies.naming.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column supplies.naming.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index naming_latest on supplies.naming (county, donation_id, received_at desc, id desc);
select kernel.guard('supplies.naming');
grant select, insert on supplies.naming to qunfang_app;
grant select on supplies.naming to qunfang_clerk;

create table supplies.receipt (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  donation_id uuid not null,
  year integer not null check (year between 1949 and 2200),
  serial integer not null check (serial >= 1),
  previous integer,
  number text not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  unique (county, donation_id),
  unique (county, year, serial),
  check (previous = serial - 1),
  foreign key (county, donation_id) references supplies.donation (county, id),
  foreign key (county, year, previous) references supplies.receipt (county, year, serial)
);
comment on table supplies.receipt is 'A number names the one before it, so none is left out and none is given twice.';
comment on column supplies.receipt.recorded_by is 'purpose=answerability: who answers for the record; basis=record keeping; class=staff; retention=event; readers=county-desk, auditor';
comment on column supplies.receipt.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create unique index receipt_one_beginning on supplies.receipt (county, year) where previous is null;
select command.guard_issued('supplies.receipt');
grant select, insert on supplies.receipt to qunfang_app;
grant select on supplies.receipt to qunfang_clerk;

-- Read without signing in: what was given and, where the donor agreed, by whom. A movement that was booked back is void.
create function supplies.public_donations(moment timestamptz, after_at timestamptz, after_id uuid, in_limit integer)
  returns table (id uuid, number text, at timestamptz, goods jsonb, name text, void boolean)
  stable security definer set search_path = '' language sql as $$
select d.id, r.number, d.at, (
    select jsonb_agg(jsonb_build_object('item', i.name, 'quantity', l.quantity, 'unit', i.unit) order by i.name)
    from jsonb_to_recordset(m.lines) l (item uuid, quantity bigint) join supplies.item i on i.county = m.county and i.id = l.item), (
    select n.public_name from supplies.naming n where n.county = d.county and n.donation_id = d.id order by n.received_at desc, n.id desc limit 1),
  exists (select from supplies.movement x where x.county = d.county and x.reverses_id = m.id and x.at <= moment)
from supplies.donation d
join supplies.receipt r on r.county = d.county and r.donation_id = d.id
join supplies.movement m on m.county = d.county and m.id = d.movement_id
where d.county = (select kernel.app_county()) and d.at <= moment and (after_at is null or (d.at, d.id) < (after_at, after_id))
order by d.at desc, d.id desc limit least(in_limit, 100)
$$;
revoke execute on function supplies.public_donations(timestamptz, timestamptz, uuid, integer) from public;
grant execute on function supplies.public_donations(timestamptz, timestamptz, uuid, integer) to qunfang_app;

-- Thirty days after the response nobody can tell any more who gave goods, who agreed to be named and what was said in free words.
create function retention.forget_givers(run retention.run, in_after text, in_limit integer) returns retention.done
  set search_path = '' language plpgsql as $$
declare
  looked uuid[];
  went jsonb := '{}';
  counted integer;
begin
  if not coalesce(run.ended_at < run.moment - interval '30 days', false) then return row(null, 0, went)::retention.done; end if;
  select array_agg(page.id order by page.id) into looked from (
    select one.id from supplies.donation one
    where one.county = run.county and one.id > coalesce(in_after::uuid, '00000000-0000-0000-0000-000000000000')
    order by one.id limit in_limit) page;
  update supplies.donation one set person_id = null
  where one.county = run.county and one.id = any (looked) and one.person_id is not null;
  get diagnostics counted = row_count;
  went := went || jsonb_build_object('supplies.donation pseudonym', counted);
  update supplies.naming one set public_name = null
  where one.county = run.county and one.donation_id = any (looked) and one.public_name is not null;
  get diagnostics counted = row_count;
  went := went || jsonb_build_object('supplies.naming personal', counted);
  if in_after is null then
    update supplies.request one set note = null where one.county = run.county and one.note is not null;
    get diagnostics counted = row_count;
    went := went || jsonb_build_object('supplies.request free-text', counted);
    update supplies.request_end one set why = '—' where one.county = run.county and one.why <> '—';
    get diagnostics counted = row_count;
    went := went || jsonb_build_object('supplies.request_end free-text', counted);
    update supplies.allotment one set why = null where one.county = run.county and one.why is not null;
    get diagnostics counted = row_count;
    went := went || jsonb_build_object('supplies.allotment free-text', counted);
  end if;
  return row(case when cardinality(looked) = in_limit then looked[in_limit]::text end, coalesce(cardinality(looked), 0), went)::retention.done;
end $$;
revoke execute on function retention.forget_givers(retention.run, text, integer) from public;
