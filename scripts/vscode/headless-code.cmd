@node "%~dp0headless-code.ts" %*
