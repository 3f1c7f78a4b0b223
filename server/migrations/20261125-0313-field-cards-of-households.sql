-- The cards that were missing: what is the same in every table of the roster, and what says which decision a row belongs to.
do $$
declare
  one record;
  card text;
begin
  for one in
    select format('%I.%I', n.nspname, c.relname) as place, c.relname, a.attname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where n.nspname = 'people' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and c.relname in ('household', 'dwelling', 'dwelling_end', 'membership', 'membership_end', 'arrival', 'departure', 'merge',
        'merge_undone', 'alias', 'different', 'likeness', 'search_token')
      and coalesce(col_description(c.oid, a.attnum), '') not like 'purpose=%'
  loop
    card := case
      when one.name = 'county' then 'purpose=which county keeps the record; basis=PIPL 13(1)(4); class=plain; retention=with the household; readers=scope'
      when one.name = 'id' then 'purpose=one record; basis=PIPL 13(1)(4); class=pseudonym; retention=with the household; readers=scope'
      when one.name = 'recorded_at' then 'purpose=when recorded, by the device clock; basis=PIPL 13(1)(4); class=plain; retention=with the household; readers=scope'
      when one.name = 'received_at' then 'purpose=when it arrived, by the server clock; basis=PIPL 13(1)(4); class=plain; retention=with the household; readers=scope'
      when one.name = 'division' then 'purpose=whose area it belongs to; basis=PIPL 13(1)(4); class=plain; retention=with the household; readers=scope'
      when one.name = 'digest' then 'purpose=recognise a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the household; readers=none'
      when one.name in ('ended_by', 'moved_by', 'merge_id', 'undone_by', 'ends', 'dwelling_id', 'membership_id') then
        'purpose=which decision or record it belongs to, by its id; basis=PIPL 54; class=plain; retention=with the household; readers=scope'
      when one.name = 'nth' then 'purpose=which decision about a person counts; basis=PIPL 8 (accuracy); class=plain; retention=with the person; readers=county'
    end;
    if card is null then
      raise exception 'no field card for %.%', one.place, one.name;
    end if;
    execute format('comment on column %s.%I is %L', one.place, one.name, card);
  end loop;
end $$;
