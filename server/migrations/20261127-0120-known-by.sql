-- The second moment of a figure: not what had happened by then, but what the county knew by then. A reader says it for a transaction; of
-- the facts that figures are made of, those that arrived later are then not there, nor is what they corrected. Whoever says nothing
-- knows everything.
create function kernel.known_by() returns timestamptz stable parallel safe language sql
  return coalesce(nullif(current_setting('app.known_by', true), '')::timestamptz, 'infinity');
grant execute on function kernel.known_by() to qunfang_app, qunfang_clerk;

-- Said the long way round: a planner takes `is not true` for most rows and a plain comparison for a third of them.
create function kernel.known_in_time(target regclass) returns void language plpgsql as $$
begin
  execute format('create policy known on %s as restrictive for select to qunfang_app'
    ' using ((received_at > (select kernel.known_by())) is not true)', target);
end $$;
revoke execute on function kernel.known_in_time(regclass) from public;

select kernel.known_in_time(facts) from unnest(array[
  'places.checkpoint', 'places.checkpoint_turn', 'places.compound', 'places.compound_fact',
  'checkpoints.hand_over_outcome', 'responsibility.team', 'responsibility.team_end', 'agency_lists.answer',
  'exposures.travel', 'exposures.contact', 'exposures.gathering', 'exposures.stay', 'exposures.illness', 'exposures.category',
  'exposures.place', 'cases.episode', 'cases.fever', 'cases.entry',
  'isolation.opening', 'isolation.ending', 'isolation.extension', 'isolation.shortening', 'isolation.reading',
  'command.issued', 'command.document_end', 'command.body', 'command.body_end', 'command.task', 'command.task_step',
  'inspections.inspection', 'inspections.finding', 'inspections.step',
  'closures.subject', 'closures.subject_end', 'closures.decision', 'closures.lifting', 'closures.inspection', 'closures.application',
  'closures.application_check', 'closures.application_decision', 'closures.appeal_decision',
  'supplies.store', 'supplies.movement', 'funds.source', 'funds.entry', 'publicity.publication', 'publicity.play']::regclass[]) facts;
