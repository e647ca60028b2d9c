package ilgam.work.api;

import ilgam.starter.refusal.Refusal;

/** Why a request is refused before it becomes a command. */
enum ApiReason implements Refusal {
    FIXED_FIELD,
    NOT_WITHDRAWN,
    UNFIT_PROJECT,
    UNKNOWN_PART,
    UNUSABLE_UPLOAD
}
