-- What shows that a loudspeaker was heard, or why it was not: a few words and a picture, from whoever was there.
alter table publicity.play add column note text check (length(note) between 1 and 200);
comment on column publicity.play.note is 'purpose=record-keeping: what was heard or why nothing was, never a person; basis=record keeping; class=free-text; retention=event; readers=scope';

create table publicity.play_photo (
  county integer not null,
  id uuid not null,
  division text collate "C" not null,
  play_id uuid not null,
  type text not null check (type in ('image/jpeg', 'image/png')),
  size integer not null check (size > 0),
  sha256 bytea not null,
  content bytea not null,
  recorded_by uuid,
  received_at timestamptz not null,
  digest bytea not null,
  primary key (county, id),
  foreign key (county, play_id) references publicity.play (county, id)
);
comment on table publicity.play_photo is 'Evidence as a picture, without anything a camera writes beside it: no place, no device, no hour.';
comment on column publicity.play_photo.sha256 is 'purpose=recognition: whether a copy is the picture that is kept; basis=record keeping; class=plain; retention=with the record; readers=scope';
comment on column publicity.play_photo.content is 'purpose=record-keeping: what shows that a piece was played; basis=record keeping; class=personal; retention=event; readers=scope';
comment on column publicity.play_photo.recorded_by is 'purpose=answerability: who took it; basis=record keeping; class=staff; retention=event; readers=county-desk, township-officer, auditor';
comment on column publicity.play_photo.digest is 'purpose=recognition: a record sent twice (keyed HMAC); basis=PIPL 51; class=pseudonym; retention=with the record; readers=nobody';
create index play_photo_of on publicity.play_photo (county, play_id);
select kernel.guard('publicity.play_photo');
grant select, insert on publicity.play_photo to qunfang_app;
grant select on publicity.play_photo to qunfang_clerk;

-- Thirty days after the response pictures are emptied and free words are gone: that it was played, and who said so, stays.
create function retention.forget_plays(run retention.run, in_after text, in_limit integer) returns retention.done
  set search_path = '' language plpgsql as $$
declare
  went jsonb := '{}';
  counted integer;
begin
  if coalesce(run.ended_at < run.moment - interval '30 days', false) then
    update publicity.play_photo one set content = '\x' where one.county = run.county and one.content <> '\x';
    get diagnostics counted = row_count;
    went := went || jsonb_build_object('publicity.play_photo personal', counted);
    update publicity.play one set note = null where one.county = run.county and one.note is not null;
    get diagnostics counted = row_count;
    went := went || jsonb_build_object('publicity.play free-text', counted);
  end if;
  return row(null, 0, went)::retention.done;
end $$;
revoke execute on function retention.forget_plays(retention.run, text, integer) from public;
