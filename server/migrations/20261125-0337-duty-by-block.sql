-- Under row-level security an index serves only comparisons that give nothing away, which a concatenation may: by the columns, then.
drop index responsibility.duty_unit;
create index duty_block on responsibility.duty (county, compound_id, block) where reach = 'block' and compound_id is not null;
create index duty_group on responsibility.duty (county, division, block) where reach = 'block' and compound_id is null;
