/** Whether the last request reached a ready service; the banner at the top shows it. */
class Connection {
  state = $state<'fine' | 'offline' | 'starting'>('fine');

  report(status: number): void {
    if (status === 0) this.state = 'offline';
    else if (status === 502 || status === 503 || status === 504) this.state = 'starting';
    else this.state = 'fine';
  }
}

export const connection = new Connection();
