-- The steps of one hour in one village, without walking past all the village's other hours.
create index step_village on visits.step (county, round_id, division, at);
