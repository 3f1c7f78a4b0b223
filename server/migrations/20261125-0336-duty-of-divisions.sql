-- Some hundred duties are for whole divisions, among a hundred thousand others: who is named above a village is found among them.
create index duty_whole on responsibility.duty (county, division) where reach = 'division';
