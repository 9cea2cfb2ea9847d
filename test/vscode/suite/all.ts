/** Every test file; a bundle cannot look for them. */
// First: it sees the extension before any report.
import './client.test.ts';
import './recognition.test.ts';
import './diagnostics.test.ts';
import './documents.test.ts';
import './fixes.test.ts';
import './reading.test.ts';
import './rewriting.test.ts';
import './settings.test.ts';
import './commands.test.ts';
import './otherReports.test.ts';
import './newReport.test.ts';
