/** Every test file; a bundle cannot look for them. */
import './recognition.test.ts';
import './diagnostics.test.ts';
import './fixes.test.ts';
import './reading.test.ts';
import './settings.test.ts';
import './commands.test.ts';
