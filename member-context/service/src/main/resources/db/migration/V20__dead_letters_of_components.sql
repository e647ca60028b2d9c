-- Dead letters belonged to a processor; each of its components has its own from now on. What was set aside of all of them
-- is set aside of each: whichever handled the event already takes it once more, as it did when it was tried again.
with component (processor, name) as (values
    ('members', 'accounts'),
    ('members', 'void-links'),
    ('members', 'revoke-invitations'),
    ('members', 'erasure'),
    ('members', 'admins'),
    ('members', 'mergers'),
    ('members', 'merge-person-names'),
    ('members', 'person-names'),
    ('members', 'end-sessions'),
    ('members', 'end-tokens'),
    ('teams', 'add-invited-to-team'),
    ('teams', 'team-names'),
    ('teams', 'release-erased-from-teams'),
    ('teams', 'replace-merged-in-teams'),
    ('calendars', 'company-zone'))
insert into dead_letter (dead_letter_identifier, processing_group, sequence_identifier, sequence_index, message_type, event_identifier, time_stamp, payload_type,
    payload_revision, payload, meta_data, type, aggregate_identifier, sequence_number, token_type, token, enqueued_at,
    last_touched, cause_type, cause_message, diagnostics)
select gen_random_uuid()::text, component.name, sequence_identifier, sequence_index, message_type, event_identifier, time_stamp, payload_type,
    payload_revision, payload, meta_data, type, aggregate_identifier, sequence_number, token_type, token, enqueued_at,
    last_touched, cause_type, cause_message, diagnostics
from dead_letter join component on component.processor = processing_group;
