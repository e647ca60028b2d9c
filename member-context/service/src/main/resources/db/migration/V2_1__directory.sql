-- One person may be known by several names once others turned out to be them.
alter table person_name drop constraint person_name_member_id_key;
create index person_name_of_member on person_name (member_id);

-- The name with the initial consonant in place of each Korean syllable, so that it is found by these, and the
-- colour that a member chose for the place of a picture.
alter table profile
    add column initials                 text   collate "C" not null default '',
    add column avatar_colour            text,
    add column avatar_colour_changed_in bigint not null default 0;
