import type { Text } from './say';
import { fields, pastDay } from './fields.en';

const reload = 'The app sent a request that the server does not understand. Reload the page and try again.';
const linkGone = 'This link is no longer valid. Ask for a new one.';
const away = 'The service is starting or unavailable. Try again in a moment.';
const failed = 'The server could not do that. Try again, and tell an administrator if it keeps happening.';
const logInAgain = 'Your session has ended. Log in again.';

/** A sentence for each reason of a refusal; ko.ts has the same keys. */
export const en = {
  /** Reasons of requests; `reason:cause` is more specific than `reason`. */
  reason: {
    // accounts and sign-up
    'account-deactivated': 'This account is deactivated. Ask an administrator about it.',
    'confirmation-unknown': linkGone,
    'domain-not-allowed':
      'You can’t sign up with this e-mail address. Use one of the company, or ask for an invitation.',
    'email-taken': 'There is already an account with this e-mail address.',
    'email-unconfirmed': 'Confirm your e-mail address first.',
    'history-taken':
      'The person this invitation was for has an account, or is another member. Ask for a new one.',
    'invitation-expired': 'This invitation has expired. Ask for a new one.',
    'invitation-needed': 'You need an invitation to sign up here.',
    'invitation-replaced': 'A newer invitation replaced this one. Use the link in the latest mail.',
    'invitation-revoked': 'This invitation was revoked. Ask for a new one.',
    'invitation-unknown': 'This invitation is not known.',
    'invitation-used': 'This invitation was already used. Log in, or ask for a new one.',
    'mail-server-needed': 'Sign-up by domain needs a mail server.',
    'reset-unknown': linkGone,
    'setup-code': 'The first member needs the set-up code that was printed when the system was started.',
    'too-many-attempts': 'Too many attempts.',
    'wrong-credentials': 'E-mail or password is wrong.',
    'wrong-password': 'This is not the current password.',
    busy: 'Too many people are logging in just now. Try again shortly.',
    login: 'Only a logged-in member can create tokens. A token can’t.',
    'too-many-tokens': [
      'You can have {most} tokens at most. Revoke one first.',
      'You have as many tokens as one can have. Revoke one first.',
    ],

    // members and teams
    deactivated: 'This person is deactivated. Reactivate them first.',
    erased: 'This person was erased. Nothing can be changed about them.',
    'has-account': 'Only people without an account can be merged into a member.',
    'last-admin': 'There must be at least one administrator.',
    'last-lead': 'A team needs at least one lead. Appoint another one first.',
    merged: 'This person was merged into another member. Change that member instead.',
    'no-account': 'This person has no account yet. Invite them first.',
    'not-a-known-person': 'This person has an account already.',
    'not-a-member': 'The person to merge into is not a member.',
    'not-active': 'This member is deactivated, so they can’t join a team.',
    'not-in-team': 'This person is not in the team.',
    oneself: 'You can’t do this to yourself.',
    'team-disbanded': 'This team was deleted.',
    'team-name-taken': 'There is already a team with this name.',

    // days
    'calendar-empty': 'This file has no holidays from today to three years ahead.',
    'calendar-unreadable': ['Line {line} of the file can’t be read.', 'This file can’t be read.'],
    'cycle-has-begun': 'This work cycle has taken effect already: set another one instead.',
    'day-is-over': 'This day is already over in another time zone of your company, so it can’t be changed.',
    'day-too-far': 'This date is too far away.',
    'leave-is-over': 'Leave that was ended early, or that is long over, can’t be changed.',
    'leave-long-ago': [
      'Leave can be added up to {days} days back. Older leave can’t be changed.',
      'This is too long ago to be changed.',
    ],
    'leave-overlaps': 'You already have leave on one of these days.',
    'past-day': pastDay,

    // projects and work items
    archived: [
      'The project {key} is archived. Unarchive it first.',
      'This project is archived. Unarchive it first.',
    ],
    'blocks-in-a-circle': [
      'These items would block each other in a circle, so none could ever start: {path}.',
      'These items would block each other in a circle, so none could ever start.',
    ],
    deleted: ['{key} was deleted. Restore it first.', 'This item was deleted. Restore it first.'],
    'due-before-start': [
      'It can’t be due on {due} before it starts on {start}.',
      'It can’t be due before it starts.',
    ],
    'fixed-field': 'This can’t be changed here.',
    'foreign-history': 'An item can only be imported with its own history.',
    'key-taken': ['The key {key} is taken. Choose another.', 'This key is taken. Choose another.'],
    'nested-too-deep': [
      'Items can be nested at most {most} levels deep.',
      'Items can’t be nested any deeper.',
    ],
    'no-such-comment': 'This comment is no longer there.',
    'not-your-comment': 'Only the author of a comment or an administrator can change it.',
    'not-yours-to-run': 'Only the member who started a project, a manager or an administrator can change it.',
    'only-issues-are-about-tasks': 'Only an issue can be linked to a task.',
    'only-issues-have-severity': 'Only an issue has a severity; a task has a priority.',
    'own-ancestor': [
      'An item can’t be part of itself or of one of its sub-items: {path}.',
      'An item can’t be part of itself or of one of its sub-items.',
    ],
    'starter-stays': 'The member who started a project stays a member of it.',
    'tied-to-itself': 'An item can’t be linked to itself.',
    'too-many-comments': [
      'An item has at most {most} comments. Open another one to go on.',
      'This item can’t have more comments. Open another one to go on.',
    ],
    'too-many-definitions': [
      'The workflow of a project can be changed {most} times, and this one was.',
      'This workflow can’t be changed any more.',
    ],
    'too-many-labels': [
      'An item has at most {most} labels. Remove some first.',
      'This item can’t have more labels. Remove some first.',
    ],
    'too-many-links': [
      'An item has at most {most} links. Remove some first.',
      'This item can’t have more links. Remove some first.',
    ],
    'too-many-statuses': [
      'A project has at most {most} statuses, with those that it had before. Rename one instead of adding another.',
      'This project can’t have more statuses. Rename one instead of adding another.',
    ],
    'unknown-successor': [
      '“{status}” can’t take over the items: it is not in the new workflow.',
      'Choose a status of the new workflow to take over the items.',
    ],

    // imports
    'not-withdrawn': 'Only an import that was withdrawn can be brought back.',
    'unfit-project': 'The project can’t take this import.',
    'unfit-project:another-workflow':
      'The project {project} has another workflow than the uploaded one. Import into a new project, or make the workflows equal.',
    'unfit-project:archived': 'The project {project} is archived. Unarchive it to import into it.',
    'unfit-project:not-shown':
      'The project {project} was started, but can’t be shown yet: an administrator has to repair a fault first. Then upload again.',
    'unknown-part': ['An upload has no part “{part}”.', 'This upload has an unknown part.'],
    'unusable-upload': 'These files can’t be imported. Check them and upload again.',
    'unusable-upload:broken-gzip': 'The file “{part}” is a gzip file that is broken or cut off.',
    'unusable-upload:missing': 'The file “{part}” is missing.',
    'unusable-upload:no-item': 'The file “{part}” has no item that can be read.',
    'unusable-upload:no-project': 'Neither the form nor the items name a project.',
    'unusable-upload:no-workflow': 'The file “{part}” is not a workflow.',
    'unusable-upload:not-a-member': [
      'The file “{part}” maps “{name}” to an unknown member.',
      'The file “{part}” maps a name to an unknown member.',
    ],
    'unusable-upload:not-json': 'The file “{part}” is not a valid JSON object.',
    'unusable-upload:too-large': 'The file “{part}” is larger than {most}.',
    'unusable-upload:unpacks-too-large': [
      'The file “{part}” unpacks to more than {most}.',
      'The file “{part}” unpacks to more than {times} times its size.',
    ],
    'unusable-upload:unreadable': 'The file “{part}” can’t be read.',

    // figures
    'figures-of-others': 'Only managers and the leads of their teams see the figures of another person.',
    'too-few-people':
      'Fewer than three people were in this team at that time, so its figures would reveal theirs. Only managers and the team’s leads can see them.',

    // operations
    paused: 'This read model is paused or catching up. Resume it first, or wait until it is up to date.',
    'projections-busy': 'The read models are busy just now. Try again in a moment.',
    rebuilding: 'This read model is being rebuilt just now. Wait until it is done.',
    'set-aside':
      'Your change is saved, but can’t be shown until an administrator has repaired a fault. You don’t need to repeat it.',
    'unknown-projection':
      'This version has nothing that could handle this event. Discard it, or go back to the previous version.',

    // authentication and authorisation
    csrf: 'The security check failed. Reload the page and try again.',
    forbidden: 'You don’t have access.',
    'invalid-token': logInAgain,
    'not-logged-in': 'Log in first.',
    'registry-password': 'Only the services of this system can use this.',
    role: 'Your role doesn’t allow this.',
    scope: 'This access token doesn’t allow this.',
    unauthenticated: logInAgain,
    'unknown-host': 'This system is not set up for the host name in the address. Tell an administrator.',

    // invalid requests
    'bad-parameter': [
      'The value of “{parameter}” can’t be used.',
      'The address has a value that can’t be used.',
    ],
    'bad-path': reload,
    'bad-request': reload,
    'bad-url': reload,
    'body-too-large': ['This is larger than {most}.', 'This is too large.'],
    'broken-body': 'The transfer broke off. Try again.',
    'control-characters': 'Control characters and line breaks can’t be used here.',
    invalid: 'Check what you typed.',
    'limit-out-of-range': ['A list shows {least} to {most} at once.', 'A list can’t show as many at once.'],
    'malformed-body': reload,
    'malformed-cursor': 'This page of the list is no longer there. Start from the first one.',
    'malformed-idempotency-key': reload,
    'malformed-if-match': reload,
    'malformed-request': reload,
    'malformed-upload': 'The upload can’t be read. Try again.',
    'method-not-allowed': reload,
    'missing-parameter': ['“{field}” is missing.', reload],
    'missing-part': ['“{field}” is missing.', reload],
    'missing-value': reload,
    'not-acceptable': reload,
    'not-an-email': 'This does not look like an e-mail address.',
    'not-found': 'This does not exist, or you don’t have access.',
    'password-common': 'Many people use this password, so it is guessed first. Choose another one.',
    'password-is-email': 'Don’t use your e-mail address as the password.',
    'password-is-name': 'Don’t use your name as the password.',
    'password-length': ['Use {least} to {most} characters.', 'Use 10 to 200 characters.'],
    'too-large': ['This is larger than {most}.', 'This is too large.'],
    'unknown-field': reload,
    'unsupported-encoding': reload,
    'unsupported-media-type': reload,
    'wrong-type': reload,
    'wrong-value': reload,

    // concurrent changes and repeats
    'exists-already': 'This exists already.',
    'idempotency-key-reused': 'The same request was sent with other content before. Try again.',
    'in-progress': 'The same request is still being worked on. Look again in a moment.',
    overtaken: 'Other changes came first. Try again.',
    stale: 'Someone else changed this. Load it again, then repeat your change.',

    // availability
    away: away,
    'database-away': away,
    'event-store-away':
      'Changes can’t be saved at the moment; reading goes on. It isn’t certain that this change was saved: please check, then try again.',
    internal: failed,
    'internal-error': failed,
    overloaded: 'Too many requests are coming in just now. Try again in a moment.',
    'projection-late': 'Your change was saved, but is not shown yet. Look again in a moment.',
    timeout: away,
    'too-fast': 'Too many requests.',
    'too-many-bodies': 'You are sending too much at once. Wait until the first requests are done.',
    'too-slow': 'The transfer was too slow and was cut off. Try again.',
    unavailable: away,
  },

  /** Reasons of fields. */
  field: fields,
} satisfies Record<'reason' | 'field', Record<string, Text>>;

export type RefusalMessages = { [K in keyof typeof en]: Record<keyof (typeof en)[K], Text> };
