import type { RefusalMessages } from './en';
import { fields, pastDay } from './fields.ko';

const reload = '앱이 서버가 이해하지 못하는 요청을 보냈습니다. 화면을 새로 고친 뒤 다시 시도하세요.';
const linkGone = '더 이상 쓸 수 없는 링크입니다. 새 링크를 요청하세요.';
const away = '서비스가 시작 중이거나 잠시 멈췄습니다. 잠시 뒤 다시 시도하세요.';
const failed = '서버가 처리하지 못했습니다. 계속되면 관리자에게 알려 주세요.';
const logInAgain = '로그인이 만료되었습니다. 다시 로그인하세요.';

/** A sentence for each reason of a refusal, in Korean. */
export const ko: RefusalMessages = {
  reason: {
    // accounts and sign-up
    'account-deactivated': '비활성화된 계정입니다. 관리자에게 문의하세요.',
    'confirmation-unknown': linkGone,
    'domain-not-allowed': '이 이메일 주소로는 가입할 수 없습니다. 회사 메일 주소를 쓰거나 초대를 요청하세요.',
    'email-taken': '이미 가입된 이메일입니다.',
    'email-unconfirmed': '먼저 이메일을 확인해 주세요.',
    'history-taken': '초대받은 사람에게 이미 계정이 있거나 다른 회원과 합쳐졌습니다. 새 초대를 요청하세요.',
    'invitation-expired': '기한이 지난 초대입니다. 새 초대를 요청하세요.',
    'invitation-needed': '초대를 받아야 가입할 수 있습니다.',
    'invitation-replaced': '새 초대로 바뀌었습니다. 가장 최근에 받은 메일의 링크를 여세요.',
    'invitation-revoked': '취소된 초대입니다. 새 초대를 요청하세요.',
    'invitation-unknown': '알 수 없는 초대입니다.',
    'invitation-used': '이미 사용한 초대입니다. 로그인하거나 새 초대를 요청하세요.',
    'mail-server-needed': '메일 서버를 설정해야 도메인으로 가입을 받을 수 있습니다.',
    'reset-unknown': linkGone,
    'setup-code': '첫 회원이 되려면 시스템을 시작할 때 출력된 설정 코드가 필요합니다.',
    'too-many-attempts': '시도 횟수가 너무 많습니다.',
    'wrong-credentials': '이메일 또는 비밀번호가 맞지 않습니다.',
    'wrong-password': '현재 비밀번호가 아닙니다.',
    busy: '지금 로그인하는 사람이 많습니다. 잠시 뒤 다시 시도하세요.',
    login: '액세스 토큰은 로그인한 사람만 만들 수 있습니다.',
    'too-many-tokens': [
      '토큰은 {most}개까지 만들 수 있습니다. 먼저 하나를 폐기하세요.',
      '토큰을 더 만들 수 없습니다. 먼저 하나를 폐기하세요.',
    ],

    // members and teams
    deactivated: '비활성화된 사람입니다. 먼저 다시 활성화하세요.',
    erased: '삭제된 회원입니다. 더 이상 바꿀 수 없습니다.',
    'has-account': '계정이 없는 사람만 다른 회원과 합칠 수 있습니다.',
    'last-admin': '관리자가 한 명은 남아 있어야 합니다.',
    'last-lead': '팀장이 한 명은 있어야 합니다. 먼저 다른 팀장을 지정하세요.',
    merged: '다른 회원과 합쳐진 사람입니다. 합쳐진 회원을 바꾸세요.',
    'no-account': '아직 계정이 없는 사람입니다. 먼저 초대하세요.',
    'not-a-known-person': '이미 계정이 있는 사람입니다.',
    'not-a-member': '합칠 대상이 회원이 아닙니다.',
    'not-active': '비활성화된 회원은 팀에 넣을 수 없습니다.',
    'not-in-team': '이 팀에 속한 사람이 아닙니다.',
    oneself: '자기 자신에게는 할 수 없습니다.',
    'team-disbanded': '없어진 팀입니다.',
    'team-name-taken': '같은 이름의 팀이 이미 있습니다.',

    // days
    'calendar-empty': '오늘부터 3년 뒤까지의 휴일이 이 파일에 없습니다.',
    'calendar-unreadable': ['파일의 {line}번째 줄을 읽을 수 없습니다.', '읽을 수 없는 파일입니다.'],
    'cycle-has-begun': '이미 시작된 주기는 취소할 수 없습니다. 대신 새 주기를 정하세요.',
    'day-is-over': '다른 시간대에서는 이미 지난 날입니다. 지난 날은 바꿀 수 없습니다.',
    'day-too-far': '너무 먼 날짜입니다.',
    'leave-is-over': '일찍 끝냈거나 오래전에 지난 휴가는 바꿀 수 없습니다.',
    'leave-long-ago': [
      '휴가는 {days}일 전 날짜까지만 등록할 수 있습니다. 그보다 지난 날은 그대로 남습니다.',
      '너무 지난 날짜입니다. 지난 날은 그대로 남습니다.',
    ],
    'leave-overlaps': '이미 휴가로 등록한 날이 들어 있습니다.',
    'past-day': pastDay,

    // projects and work items
    archived: [
      '{key} 프로젝트는 보관되어 있습니다. 먼저 보관을 해제하세요.',
      '보관된 프로젝트입니다. 먼저 보관을 해제하세요.',
    ],
    'blocks-in-a-circle': [
      '선행·후속 관계가 서로 맞물려 어느 일감도 시작할 수 없게 됩니다: {path}.',
      '선행·후속 관계가 서로 맞물려 어느 일감도 시작할 수 없게 됩니다.',
    ],
    deleted: ['{key|은/는} 삭제된 일감입니다. 먼저 복원하세요.', '삭제된 일감입니다. 먼저 복원하세요.'],
    'due-before-start': ['기한({due})이 시작일({start})보다 빠릅니다.', '기한이 시작일보다 빠릅니다.'],
    'fixed-field': '여기에서 바꿀 수 없는 항목입니다.',
    'foreign-history': '일감은 자기 이력만 가지고 가져올 수 있습니다.',
    'key-taken': ['{key|은/는} 이미 쓰고 있는 프로젝트 키입니다.', '이미 쓰고 있는 프로젝트 키입니다.'],
    'nested-too-deep': [
      '하위 일감은 {most}단계까지 만들 수 있습니다.',
      '더 깊은 하위 일감은 만들 수 없습니다.',
    ],
    'no-such-comment': '없어진 댓글입니다.',
    'not-your-comment': '댓글을 쓴 사람과 관리자만 바꿀 수 있습니다.',
    'not-yours-to-run': '프로젝트를 만든 사람과 매니저, 관리자만 바꿀 수 있습니다.',
    'only-issues-are-about-tasks': '이슈만 작업에 연결할 수 있습니다.',
    'only-issues-have-severity': '심각도는 이슈에만 있습니다. 작업에는 우선순위를 쓰세요.',
    'own-ancestor': [
      '자기 자신이나 자기 하위 일감을 상위 일감으로 둘 수 없습니다: {path}.',
      '자기 자신이나 자기 하위 일감을 상위 일감으로 둘 수 없습니다.',
    ],
    'starter-stays': '프로젝트를 만든 사람은 구성원에서 뺄 수 없습니다.',
    'tied-to-itself': '자기 자신과는 연결할 수 없습니다.',
    'too-many-comments': [
      '댓글은 일감마다 {most}개까지 달 수 있습니다. 다른 일감을 만들어 이어 가세요.',
      '댓글을 더 달 수 없습니다. 다른 일감을 만들어 이어 가세요.',
    ],
    'too-many-definitions': [
      '업무 흐름은 프로젝트마다 {most}번까지만 바꿀 수 있습니다.',
      '업무 흐름을 더 바꿀 수 없습니다.',
    ],
    'too-many-labels': [
      '라벨은 {most}개까지 붙일 수 있습니다. 먼저 몇 개를 떼세요.',
      '라벨을 더 붙일 수 없습니다. 먼저 몇 개를 떼세요.',
    ],
    'too-many-links': [
      '연결은 일감마다 {most}개까지 할 수 있습니다. 먼저 몇 개를 끊으세요.',
      '더 연결할 수 없습니다. 먼저 연결 몇 개를 끊으세요.',
    ],
    'too-many-statuses': [
      '한 프로젝트의 상태는 없앤 것까지 {most}개까지입니다. 새로 추가하는 대신 있는 상태의 이름을 바꾸세요.',
      '상태를 더 추가할 수 없습니다. 있는 상태의 이름을 바꾸세요.',
    ],
    'unknown-successor': [
      '“{status}” 상태는 새 업무 흐름에 없어 일감을 옮길 수 없습니다.',
      '없앨 상태의 일감을 옮길 상태를 새 업무 흐름에서 고르세요.',
    ],

    // imports
    'not-withdrawn': '되돌린 가져오기만 복원할 수 있습니다.',
    'unfit-project': '이 프로젝트로는 가져올 수 없습니다.',
    'unfit-project:another-workflow':
      '{project} 프로젝트의 업무 흐름이 올린 것과 다릅니다. 새 프로젝트로 가져오거나 업무 흐름을 같게 하세요.',
    'unfit-project:archived': '{project} 프로젝트는 보관되어 있습니다. 보관을 해제한 뒤 가져오세요.',
    'unfit-project:not-shown':
      '{project} 프로젝트를 만들었지만 아직 화면에 나타나지 않습니다. 관리자가 오류를 해결한 뒤 다시 올리세요.',
    'unknown-part': ['“{part}” 파일은 가져오기에 쓰지 않습니다.', '가져오기에 쓰지 않는 파일이 있습니다.'],
    'unusable-upload': '이 파일로는 가져올 수 없습니다. 파일을 확인한 뒤 다시 올리세요.',
    'unusable-upload:broken-gzip': '“{part}” 파일은 깨졌거나 중간에 끊긴 gzip 파일입니다.',
    'unusable-upload:missing': '“{part}” 파일이 없습니다.',
    'unusable-upload:no-item': '“{part}” 파일에 읽을 수 있는 일감이 없습니다.',
    'unusable-upload:no-project': '가져올 프로젝트가 정해지지 않았습니다. 프로젝트 키를 입력하세요.',
    'unusable-upload:no-workflow': '“{part}” 파일은 업무 흐름이 아닙니다.',
    'unusable-upload:not-a-member': [
      '“{part}” 파일의 “{name}”에 해당하는 회원이 없습니다.',
      '“{part}” 파일에 해당하는 회원이 없는 이름이 있습니다.',
    ],
    'unusable-upload:not-json': '“{part}” 파일이 올바른 JSON 객체가 아닙니다.',
    'unusable-upload:too-large': '“{part}” 파일이 {most}보다 큽니다.',
    'unusable-upload:unpacks-too-large': [
      '“{part}” 파일의 압축을 풀면 {most}보다 큽니다.',
      '“{part}” 파일의 압축을 풀면 원래 크기의 {times}배보다 큽니다.',
    ],
    'unusable-upload:unreadable': '“{part}” 파일을 읽을 수 없습니다.',

    // figures
    'figures-of-others': '다른 사람의 수치는 매니저와 그 사람의 팀장만 볼 수 있습니다.',
    'too-few-people':
      '그 기간에 팀원이 세 명보다 적은 때가 있어 개인의 수치가 드러납니다. 매니저와 팀장만 볼 수 있습니다.',

    // operations
    paused: '이 조회 모델은 일시 중지했거나 따라잡는 중입니다. 다시 시작하거나 끝날 때까지 기다리세요.',
    'projections-busy': '조회 모델이 지금 바쁩니다. 잠시 뒤 다시 시도하세요.',
    rebuilding: '이 조회 모델을 다시 만드는 중입니다. 끝날 때까지 기다리세요.',
    'set-aside':
      '변경은 저장되었지만, 관리자가 오류를 해결할 때까지 화면에 나타나지 않습니다. 다시 입력하지 않아도 됩니다.',
    'unknown-projection':
      '지금 버전에는 이 이벤트를 처리할 기능이 없습니다. 이벤트를 버리거나 이전 버전으로 되돌리세요.',

    // authentication and authorisation
    csrf: '보안 확인에 실패했습니다. 화면을 새로 고친 뒤 다시 시도하세요.',
    forbidden: '할 수 없는 일입니다.',
    'invalid-token': logInAgain,
    'not-logged-in': '먼저 로그인하세요.',
    'registry-password': '이 시스템의 서비스만 이용할 수 있습니다.',
    role: '지금 역할로는 할 수 없습니다.',
    scope: '이 액세스 토큰의 권한으로는 할 수 없습니다.',
    unauthenticated: logInAgain,
    'unknown-host': '이 시스템이 모르는 주소로 접속했습니다. 관리자에게 문의하세요.',

    // invalid requests
    'bad-parameter': ['“{parameter}” 값을 쓸 수 없습니다.', '주소에 쓸 수 없는 값이 있습니다.'],
    'bad-path': reload,
    'bad-request': reload,
    'bad-url': reload,
    'body-too-large': ['{most}보다 큽니다.', '보낸 내용이 너무 큽니다.'],
    'broken-body': '전송이 중간에 끊겼습니다. 다시 시도하세요.',
    'control-characters': '제어 문자와 줄바꿈은 쓸 수 없습니다.',
    invalid: '입력한 내용을 확인하세요.',
    'limit-out-of-range': [
      '한 번에 {least}개에서 {most}개까지 볼 수 있습니다.',
      '한 번에 볼 수 있는 개수를 벗어났습니다.',
    ],
    'malformed-body': reload,
    'malformed-cursor': '목록의 이 쪽이 더 이상 없습니다. 처음부터 다시 보세요.',
    'malformed-idempotency-key': reload,
    'malformed-if-match': reload,
    'malformed-request': reload,
    'malformed-upload': '올린 파일을 읽을 수 없습니다. 다시 시도하세요.',
    'method-not-allowed': reload,
    'missing-parameter': ['“{field}” 값이 없습니다.', reload],
    'missing-part': ['“{field}” 파일이 없습니다.', reload],
    'missing-value': reload,
    'not-acceptable': reload,
    'not-an-email': '이메일 주소 형식이 아닙니다.',
    'not-found': '없어졌거나 볼 수 없는 대상입니다.',
    'password-common': '많은 사람이 쓰는 비밀번호라 가장 먼저 추측당합니다. 다른 비밀번호를 고르세요.',
    'password-is-email': '이메일 주소는 비밀번호로 쓸 수 없습니다.',
    'password-is-name': '이름은 비밀번호로 쓸 수 없습니다.',
    'password-length': ['{least}자에서 {most}자 사이로 입력하세요.', '10자에서 200자 사이로 입력하세요.'],
    'too-large': ['{most}보다 큽니다.', '너무 큽니다.'],
    'unknown-field': reload,
    'unsupported-encoding': '서버가 읽을 수 없는 방식으로 압축된 요청입니다.',
    'unsupported-media-type': reload,
    'wrong-type': reload,
    'wrong-value': reload,

    // concurrent changes and repeats
    'exists-already': '이미 있습니다.',
    'idempotency-key-reused': '같은 요청을 다른 내용으로 이미 보냈습니다. 다시 시도하세요.',
    'in-progress': '같은 요청을 처리하는 중입니다. 잠시 뒤 결과를 확인하세요.',
    overtaken: '그사이 다른 변경이 먼저 처리되었습니다. 다시 시도하세요.',
    stale: '그사이 다른 사람이 바꿨습니다. 다시 불러온 뒤 바꾸세요.',

    // availability
    away,
    'database-away': away,
    'event-store-away':
      '지금은 변경을 저장할 수 없고 보기만 할 수 있습니다. 이 변경이 저장됐는지는 확실하지 않으니, 확인한 뒤 다시 시도하세요.',
    internal: failed,
    'internal-error': failed,
    overloaded: '지금 들어오는 요청이 너무 많습니다. 잠시 뒤 다시 시도하세요.',
    'projection-late': '변경은 저장되었지만 아직 화면에 나타나지 않습니다. 잠시 뒤 다시 확인하세요.',
    timeout: away,
    'too-fast': '요청이 너무 잦습니다.',
    'too-many-bodies': '한꺼번에 보내는 요청이 너무 많습니다. 앞의 요청이 끝난 뒤 다시 시도하세요.',
    'too-slow': '전송이 너무 느려 중단되었습니다. 다시 시도하세요.',
    unavailable: away,
  },

  field: fields,
};
