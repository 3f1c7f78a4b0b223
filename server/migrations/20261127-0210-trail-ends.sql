-- Three years after it was made an entry of the audit goes whole, with whoever it names. What went before the first that is left is one
-- row: how far it reached, its last hash, how many. From there the chain is followed as from its beginning. A stretch goes only when the
-- chain holds through it, so that nobody's change is forgotten with what it changed.
create table retention.trail_end (
  county integer not null,
  through_seq bigint not null,
  from_seq bigint not null,
  run_id uuid not null,
  hash bytea not null,
  until_at timestamptz not null,
  primary key (county, through_seq),
  foreign key (county, run_id) references retention.run (county, id),
  check (from_seq between 1 and through_seq)
);
comment on table retention.trail_end is 'Entries of the audit that ended their term, stretch by stretch.';
comment on column retention.trail_end.hash is 'purpose=certificate: the link the chain goes on from; basis=PIPL 47; class=plain; retention=with the certificate; readers=county-desk, auditor';
comment on column retention.trail_end.until_at is 'The newest of what went.';
select kernel.guard_county('retention.trail_end');
grant select on retention.trail_end to qunfang_app;

-- What the clerk does for each link, said again by the database: it takes nobody's word for a chain that it is about to shorten.
create function retention.link(previous bytea, one kernel.audit_entry) returns bytea stable set search_path = '' language sql as $$
  select sha256(previous || convert_to(
    '{"accountId":' || coalesce(to_json(one.account_id)::text, 'null')
    || ',"actorKind":' || to_json(one.actor_kind)::text
    || ',"at":"' || regexp_replace(to_char(one.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '000$', 'Z')
    || '","count":' || one.count::text
    || ',"county":' || one.county::text
    || ',"deviceId":' || coalesce(to_json(one.device_id)::text, 'null')
    || ',"division":' || to_json(one.division)::text
    || ',"id":' || to_json(one.id)::text
    || ',"note":' || to_json(one.note)::text
    || ',"operation":' || to_json(one.operation)::text
    || ',"purpose":' || coalesce(to_json(one.purpose)::text, 'null')
    || ',"requestId":' || to_json(one.request_id)::text
    || ',"role":' || coalesce(to_json(one.role)::text, 'null')
    || ',"seatId":' || coalesce(to_json(one.seat_id)::text, 'null')
    || ',"seq":' || one.seq::text
    || ',"subject":' || coalesce(to_json(one.subject)::text, 'null') || '}', 'UTF8'))
$$;

create function retention.forget_trail(run retention.run, in_after text, in_limit integer) returns retention.done
  set search_path = '' language plpgsql as $$
declare
  begun bigint;
  reached bigint;
  hash bytea;
  until_at timestamptz := '-infinity';
  one kernel.audit_entry;
begin
  select ended.through_seq, ended.hash into reached, hash from retention.trail_end ended
  where ended.county = run.county order by ended.through_seq desc limit 1;
  reached := coalesce(reached, 0);
  hash := coalesce(hash, '\x');
  begun := reached;
  for one in
    select entry.* from kernel.audit_entry entry where entry.county = run.county and entry.seq > begun order by entry.seq limit in_limit
  loop
    exit when one.at >= run.moment - interval '3 years' or one.seq <> reached + 1 or retention.link(hash, one) <> one.hash;
    reached := one.seq;
    hash := one.hash;
    until_at := greatest(until_at, one.at);
  end loop;
  if reached > begun then
    insert into retention.trail_end (county, through_seq, from_seq, run_id, hash, until_at)
    values (run.county, reached, begun + 1, run.id, hash, until_at);
    delete from kernel.audit_entry entry where entry.county = run.county and entry.seq > begun and entry.seq <= reached;
  end if;
  return row(case when reached - begun = in_limit then reached::text end, reached - begun,
    jsonb_build_object('kernel.audit_entry staff', reached - begun))::retention.done;
end $$;
revoke execute on function retention.link(bytea, kernel.audit_entry), retention.forget_trail(retention.run, text, integer) from public;

-- The certificate says how far the trail has ended and how old the oldest entry left is: older than its term, and the chain is broken there.
create or replace function retention.certifies() returns trigger security definer set search_path = '' language plpgsql as $$
declare
  here integer := new.county;
  in_run uuid := new.run_id;
  run retention.run := retention.open_run(new.county, new.run_id);
  head kernel.county_head;
  before retention.certificate;
  ended retention.trail_end;
  said text;
begin
  select one.* into head from kernel.county_head one where one.county = here;
  select one.* into before from retention.certificate one where one.county = here order by one.nth desc limit 1;
  select one.* into ended from retention.trail_end one where one.county = here order by one.through_seq desc limit 1;
  said := jsonb_build_object(
    'county', here, 'run', in_run, 'nth', coalesce(before.nth, 0) + 1, 'moment', run.moment, 'responseEnded', run.ended_at,
    'cutOffs', jsonb_build_object('21 days', run.moment - interval '21 days', '30 days', run.moment - interval '30 days',
      '3 years', run.moment - interval '3 years'),
    'gone', coalesce((select jsonb_agg(jsonb_build_object('relation', sums.relation, 'class', sums.class, 'rows', sums.rows)
        order by sums.relation, sums.class)
      from (select one.relation, one.class, sum(one.rows) as rows from retention.gone one
        where one.county = here and one.run_id = in_run group by one.relation, one.class) sums), '[]'),
    'trail', jsonb_build_object('endedThrough', coalesce(ended.through_seq, 0), 'hash', encode(coalesce(ended.hash, '\x'), 'hex'),
      'oldestLeft', (select one.at from kernel.audit_entry one where one.county = here order by one.seq limit 1)),
    'auditSeq', coalesce(head.audit_seq, 0), 'auditHead', encode(coalesce(head.audit_hash, '\x'), 'hex'))::text;
  new.nth := coalesce(before.nth, 0) + 1;
  new.at := now();
  new.body := said;
  new.previous := coalesce(before.hash, '\x');
  new.hash := sha256(new.previous || convert_to(said, 'UTF8'));
  delete from retention.referred one where one.county = here;
  return new;
end $$;
revoke execute on function retention.certifies() from public;
