import { TryIt } from '../console/try-it.js';

customElements.define('try-it', TryIt);
