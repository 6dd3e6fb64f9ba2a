// Codes by the camera, where the browser can tell them in a picture. Pictures are looked at and
// forgotten; none is kept or sent.

const EVERY = 300; // milliseconds between looks

export const canScan = () => Boolean(window.BarcodeDetector && navigator.mediaDevices && navigator.mediaDevices.getUserMedia);

function close(stream) {
  stream.getTracks().forEach(track => track.stop());
}

// Shows the camera in `video` and gives each text that it reads to `found`.
export class Camera {
  constructor(video, found) {
    Object.assign(this, { video, found, wanted: false, timer: 0, last: '' });
  }

  // Rejects where the camera is refused. Whoever stops it while the browser still asks is obeyed.
  async start() {
    this.wanted = true;
    const detector = new window.BarcodeDetector({ formats: ['qr_code'] });
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    if (!this.wanted || this.video.srcObject) {
      close(stream);
      return;
    }
    this.video.srcObject = stream;
    Promise.resolve(this.video.play()).catch(() => {}); // a stop that comes before the first picture
    this.timer = window.setInterval(() => this.look(detector), EVERY);
  }

  look(detector) {
    detector.detect(this.video).then(codes => codes.forEach(({ rawValue }) => {
      if (rawValue === this.last || !this.wanted) return; // a code stays in sight for many looks
      this.last = rawValue;
      this.found(rawValue);
    }), () => {}); // no picture yet
  }

  stop() {
    this.wanted = false;
    this.last = '';
    window.clearInterval(this.timer);
    if (this.video.srcObject) close(this.video.srcObject);
    this.video.srcObject = null;
  }
}
