-- The doors of a block lie between two numbers of the walk, so that a page finds them by the index of the walk.
alter table responsibility.standing_of_block add column last_door integer not null default 2147483647;
