-- A run counts days back from its moment and takes its cut-offs from here alone: whoever may order one cannot make it forget a day too
-- early, nor anything outside the county they speak for. Only what follows from an order runs with its owner's rights.
create function retention.is_historical(in_county integer) returns boolean stable set search_path = '' language sql as $$
  select coalesce((
    select said.kind = 'historical' from retention.calendar said where said.county = in_county
    order by said.received_at desc, said.id desc limit 1), false)
  -- It ends by itself with the first document of somebody who is not made up.
  and not exists (
    select from people.identity said join people.person met on met.county = said.county and met.id = said.person_id
    where said.county = in_county and said.document is not null and not met.synthetic)
$$;

-- Null while the response lasts. A disease that was reopened after the closing brings it back.
create function retention.response_ended(in_county integer) returns timestamptz stable set search_path = '' language sql as $$
  select max(closed.at) from retention.event_now closed
  where closed.county = in_county and closed.turn = 'closed' and closed.response_ends and not exists (
    select from retention.event_now other where other.county = in_county and other.turn = 'reopened')
$$;

-- A historical county forgets nothing before its event is closed: the order is not even kept.
create function retention.begins() returns trigger security definer set search_path = '' language plpgsql as $$
begin
  new.ended_at := retention.response_ended(new.county);
  new.moment := least(new.moment, now());
  if new.ended_at is null and retention.is_historical(new.county) then return null; end if;
  return new;
end $$;
create trigger begins before insert on retention.run for each row execute function retention.begins();

create type retention.done as (next text, looked integer, went jsonb);

create function retention.open_run(in_county integer, in_run uuid) returns retention.run stable set search_path = '' language plpgsql as $$
declare found_run retention.run;
begin
  select one.* into strict found_run from retention.run one
  where one.county = in_county and one.id = in_run and not exists (
    select from retention.certificate over where over.county = one.county and over.run_id = one.id);
  return found_run;
end $$;

create function retention.certifies() returns trigger security definer set search_path = '' language plpgsql as $$
declare
  here integer := new.county;
  in_run uuid := new.run_id;
  run retention.run := retention.open_run(new.county, new.run_id);
  head kernel.county_head;
  before retention.certificate;
  said text;
begin
  select one.* into head from kernel.county_head one where one.county = here;
  select one.* into before from retention.certificate one where one.county = here order by one.nth desc limit 1;
  said := jsonb_build_object(
    'county', here, 'run', in_run, 'nth', coalesce(before.nth, 0) + 1, 'moment', run.moment, 'responseEnded', run.ended_at,
    'cutOffs', jsonb_build_object('21 days', run.moment - interval '21 days', '30 days', run.moment - interval '30 days',
      '3 years', run.moment - interval '3 years'),
    'gone', coalesce((select jsonb_agg(jsonb_build_object('relation', sums.relation, 'class', sums.class, 'rows', sums.rows)
        order by sums.relation, sums.class)
      from (select one.relation, one.class, sum(one.rows) as rows from retention.gone one
        where one.county = here and one.run_id = in_run group by one.relation, one.class) sums), '[]'),
    'auditSeq', coalesce(head.audit_seq, 0), 'auditHead', encode(coalesce(head.audit_hash, '\x'), 'hex'))::text;
  new.nth := coalesce(before.nth, 0) + 1;
  new.at := now();
  new.body := said;
  new.previous := coalesce(before.hash, '\x');
  new.hash := sha256(new.previous || convert_to(said, 'UTF8'));
  delete from retention.referred one where one.county = here;
  return new;
end $$;
create trigger certifies before insert on retention.certificate for each row execute function retention.certifies();

revoke execute on function retention.is_historical(integer), retention.response_ended(integer), retention.begins(),
  retention.open_run(integer, uuid), retention.certifies() from public;
grant execute on function retention.is_historical(integer), retention.response_ended(integer) to qunfang_app;
