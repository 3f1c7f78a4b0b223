-- The few that are not normal, found without passing the many that are.
create index reading_abnormal on isolation.reading (county, order_id, day) where fever or symptoms <> '{}';
