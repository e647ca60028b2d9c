import type { Answer, How, PathOf } from './api';
import { formOf } from './form-data';
import { xsrfToken, Refused, refusal } from './http';

/** A large upload with its progress, which fetch cannot report. */
export function upload<Path extends PathOf<'post'>>(
  path: Path,
  body: How<Path, 'post'>['body'] & object,
  onprogress: (share: number) => void,
): Promise<Answer<Path, 'post'>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('X-XSRF-TOKEN', xsrfToken());
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.upload.onprogress = (event) => onprogress(event.total > 0 ? event.loaded / event.total : 0);
    request.onerror = () => reject(new Refused(0, 'offline', ''));
    request.onload = () => {
      const headers = new Headers();
      const wait = request.getResponseHeader('Retry-After');
      if (wait !== null) headers.set('Retry-After', wait);
      const answer = new Response(request.responseText || null, { status: request.status, headers });
      if (!answer.ok) return void refusal(answer).then(reject, reject);
      resolve(JSON.parse(request.responseText) as Answer<Path, 'post'>);
    };
    request.send(formOf(body));
  });
}
