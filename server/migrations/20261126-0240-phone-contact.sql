create table access.phone_contact (
  county integer not null,
  phone_id uuid not null,
  division text collate "C" not null,
  device_id uuid,
  seat_id uuid,
  told_at timestamptz not null,
  pending integer not null check (pending >= 0),
  oldest_at timestamptz,
  primary key (county, phone_id),
  foreign key (county, device_id) references access.device (county, id),
  foreign key (county, seat_id) references access.seat (county, id),
  check (phone_id = coalesce(device_id, seat_id))
);
comment on table access.phone_contact is 'When a phone was last heard and what it then said was waiting on it. One row a phone: the device where it is enrolled, else the seat that works on it. A state, not a fact: the records themselves say what happened.';
comment on column access.phone_contact.seat_id is 'Whose seat was at work on it; null when it spoke for itself, locked.';
comment on column access.phone_contact.oldest_at is 'When the oldest record that waited was made, by the phone''s clock.';
create index phone_contact_silence on access.phone_contact (county, told_at);
select kernel.guard('access.phone_contact');
grant select, insert on access.phone_contact to qunfang_app;
grant update (seat_id, told_at, pending, oldest_at) on access.phone_contact to qunfang_app;

select access.card('access.phone_contact', '{county,phone_id,division,device_id,seat_id,told_at,pending,oldest_at}',
  'purpose=notice phones from which nothing has been heard; basis=cybersecurity law art. 21; class=internal; retention=as long as the device or seat; readers=administrator, county-desk, township-officer of the division');
