-- A plan is kept for as long as a connection lives. One that was made while the table was a page long would read all of it for every
-- batch of a county that is being loaded.
alter function people.known(bytea[]) set enable_seqscan = off;
alter function people.spoken_for(uuid[]) set enable_seqscan = off;
alter function people.met(uuid[]) set enable_seqscan = off;
alter function people.housed(uuid[]) set enable_seqscan = off;
