-- The audit is chained where it lies: read into the server and written back, it kept the process that answers people from answering.
-- What a hash covers, field by field, in the form in which it always was: the fields by name, in the order of their names.
create function kernel.audit_link(e kernel.audit_inbox, seq bigint) returns text stable language sql
  return format('{"accountId":%s,"actorKind":%s,"at":"%s","count":%s,"county":%s,"deviceId":%s,"division":%s,"id":"%s","note":%s,'
    '"operation":%s,"purpose":%s,"requestId":%s,"role":%s,"seatId":%s,"seq":%s,"subject":%s}',
    coalesce(to_json(e.account_id)::text, 'null'), to_json(e.actor_kind),
    to_char(date_trunc('milliseconds', e.at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e.count, e.county,
    coalesce(to_json(e.device_id)::text, 'null'), to_json(e.division), e.id, to_json(e.note), to_json(e.operation),
    coalesce(to_json(e.purpose)::text, 'null'), to_json(e.request_id), coalesce(to_json(e.role)::text, 'null'),
    coalesce(to_json(e.seat_id)::text, 'null'), seq, coalesce(to_json(e.subject)::text, 'null'));

-- Moves what was audited since the last time into the chain. Whoever calls it holds the county's head row.
create function kernel.chain_audit(of_county integer, most integer, inout seq bigint, inout hash bytea) language plpgsql as $$
declare
  since constant bigint := seq;
  one record;
  ids uuid[] := '{}';
  hashes bytea[] := '{}';
begin
  for one in
    select e.id, e as entry from kernel.audit_inbox e where e.county = of_county order by e.at, e.id limit most
  loop
    seq := seq + 1;
    hash := sha256(hash || convert_to(kernel.audit_link(one.entry, seq), 'UTF8'));
    ids := ids || one.id;
    hashes := hashes || hash;
  end loop;
  with moved as (delete from kernel.audit_inbox where county = of_county and id = any (ids) returning *)
  insert into kernel.audit_entry (county, id, division, at, actor_kind, account_id, seat_id, role, device_id, operation, purpose, subject,
    count, note, request_id, seq, hash)
  select m.county, m.id, m.division, m.at, m.actor_kind, m.account_id, m.seat_id, m.role, m.device_id, m.operation, m.purpose, m.subject,
    m.count, m.note, m.request_id, since + linked.nth, linked.hash
  from moved m join unnest(ids, hashes) with ordinality linked (id, hash, nth) on linked.id = m.id;
end $$;
revoke execute on function kernel.audit_link(kernel.audit_inbox, bigint), kernel.chain_audit(integer, integer, bigint, bytea) from public;
grant execute on function kernel.audit_link(kernel.audit_inbox, bigint), kernel.chain_audit(integer, integer, bigint, bytea)
  to qunfang_clerk;
