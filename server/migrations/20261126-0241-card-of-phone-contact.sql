comment on column access.phone_contact.oldest_at is null;
comment on column access.phone_contact.seat_id is null;
select access.card('access.phone_contact', '{county,phone_id,division,device_id,seat_id,told_at,pending,oldest_at}',
  'purpose=supervision: notice phones from which nothing has been heard; basis=cybersecurity law art. 21; class=internal; retention=with the device; readers=administrator, county-desk, township-officer of the division');
