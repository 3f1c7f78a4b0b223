-- A sheet of paper names its order by the end of the id, which somebody types.
create index opening_tail on isolation.opening (county, right(id::text, 12));
