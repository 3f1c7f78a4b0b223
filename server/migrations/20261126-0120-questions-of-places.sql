-- A questionnaire may also be a checklist: its questions are then about a place and about nobody in it.
alter table visits.question drop constraint question_asked_check,
  add constraint question_asked_check check (asked in ('person', 'household', 'place'));
