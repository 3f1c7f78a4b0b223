-- A case is judged by somebody who answers for it by name.
alter table cases.entry add column decider text;
alter table cases.entry add constraint decided_by_somebody check (decider is null or kind in ('decision', 'report', 'investigation'));
comment on column cases.entry.decider is 'purpose=answerability: the clinician, reporting doctor or investigator; basis=Infectious Diseases Act; class=staff; retention=event; readers=township-officer, data-verifier, county-desk';

-- The view names its columns when it is made, so the new one has to be told to it.
create or replace view cases.entry_now with (security_invoker = true) as
select e.* from cases.entry e
where not e.voided and not exists (select from cases.entry later where later.county = e.county and later.corrects = e.id);

-- The sample that a result means, as it was last put right.
create function cases.sample_now(of_county integer, of_sample uuid) returns uuid stable language sql as $$
  with recursive chain as (
    select of_sample as id, 0 as nth
    union all
    select e.id, chain.nth + 1 from chain join cases.entry e on e.county = of_county and e.corrects = chain.id)
  select id from chain order by nth desc limit 1
$$;
grant execute on function cases.sample_now(integer, uuid) to qunfang_app;
