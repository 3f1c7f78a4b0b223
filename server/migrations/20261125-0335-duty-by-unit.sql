-- Who answers for one stairwell or group, without a look at everything else in its village.
create index duty_unit on responsibility.duty (county, division, (coalesce(compound_id::text, '') || '/' || coalesce(block, '')))
  where reach = 'block';
create index duty_compound on responsibility.duty (county, compound_id) where reach = 'compound';
