package ilgam.work.api;

import ilgam.starter.refusal.Refusal;

/** Why the API refuses a request before it sends a command. */
enum ApiReason implements Refusal {
    FIXED_FIELD,
    NOT_WITHDRAWN,
    UNFIT_PROJECT,
    UNKNOWN_PART,
    UNUSABLE_UPLOAD
}
