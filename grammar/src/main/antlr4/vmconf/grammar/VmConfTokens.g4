/*
 * The tokens of vm.conf.
 *
 * Only their names and spelling live here. How characters become tokens (lines continued inside words, numbers
 * that depend on what follows them, macros expanded as characters, files included between two lines) is no regular
 * language; the reader of characters is vmconf.compiler.syntax.Scanner. The lexer that ANTLR derives from this file
 * is therefore not compiled: the parser takes the vocabulary from it.
 */
lexer grammar VmConfTokens;

tokens {
    WORD,       // a bare word that is no keyword, or a quoted string
    INT,        // a decimal integer
    NL,         // end of a line
    UNKNOWN     // a character or word that fits nowhere
}

ADD        : 'add';
AGENTX     : 'agentx';
ALLOW      : 'allow';
BOOT       : 'boot';
CDROM      : 'cdrom';
CONTEXT    : 'context';
CPUS       : 'cpus';
DELAY      : 'delay';
DEVICE     : 'device';
DISABLE    : 'disable';
DISK       : 'disk';
DOWN       : 'down';
EFIVARS    : 'efivars';
ENABLE     : 'enable';
FIRMWARE   : 'firmware';
FORMAT     : 'format';
GROUP      : 'group';
INCLUDE    : 'include';
INET6      : 'inet6';
INSTANCE   : 'instance';
INTERFACE  : 'interface';
INTERFACES : 'interfaces';
KERNEL     : 'kernel';
LLADDR     : 'lladdr';
LOCAL      : 'local';
LOCKED     : 'locked';
MEMORY     : 'memory';
NET        : 'net';
OWNER      : 'owner';
PARALLEL   : 'parallel';
PATH       : 'path';
PREFIX     : 'prefix';
RDOMAIN    : 'rdomain';
SEV        : 'sev';
SEVES      : 'seves';
SOCKET     : 'socket';
STAGGERED  : 'staggered';
START      : 'start';
SWITCH     : 'switch';
UP         : 'up';
VM         : 'vm';

EQUALS     : '=';
OPEN       : '{';
CLOSE      : '}';
COMMA      : ',';
