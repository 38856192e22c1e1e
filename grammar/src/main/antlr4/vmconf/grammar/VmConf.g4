/*
 * The form of vm.conf(5): which words may follow which.
 *
 * What a directive means (its defaults, ranges, releases) is in vmconf.schema.yaml. Each labelled alternative of
 * `statement`, `global`, `switchOption`, `vmOption`, `interfaceOption`, `agentxOption` and `instanceFlag` is one entry
 * there, and the build fails when the two disagree. The parser is entered at `line`, one top-level line at a time.
 */
parser grammar VmConf;

options { tokenVocab = VmConfTokens; }

// One line of the top level; a block spans several lines of the file.
line
    : ( statement | global )? lineEnd
    ;

lineEnd
    : NL
    | EOF
    ;

statement
    : 'include' string                                      # include
    | WORD '=' WORD                                         # macro
    | 'switch' string switchBlock                           # switch
    | 'vm' string ( 'instance' string )? vmBlock            # vm
    ;

global
    : 'local' 'inet6' ( 'prefix' WORD )?                    # localInet6
    | 'local' 'prefix' WORD                                 # localPrefix
    | 'socket' 'owner' account                              # socketOwner
    | 'agentx' agentxOption*                                # agentx
    | 'staggered' 'start' 'parallel' INT 'delay' INT        # staggeredStart
    ;

agentxOption
    : 'context' WORD                                        # context
    | 'path' WORD                                           # path
    ;

// The first option may share its line with the second one; every further option ends its line.
switchBlock
    : '{' NL* switchOption NL* ( switchOption NL+ )* '}'
    ;

switchOption
    : 'enable'                                              # switchEnable
    | 'disable'                                             # switchDisable
    | 'interface' string                                    # switchInterface
    | 'group' string                                        # switchGroup
    | 'locked' 'lladdr'                                     # lockedLladdr
    | 'rdomain' INT                                         # switchRdomain
    | 'up'                                                  # switchUp
    | 'down'                                                # switchDown
    | 'add' string                                          # switchAdd
    ;

vmBlock
    : '{' NL* vmOption NL* ( vmOption NL+ )* '}'
    ;

vmOption
    : 'enable'                                              # vmEnable
    | 'disable'                                             # vmDisable
    | 'memory' ( INT | WORD )                               # memory
    | 'disk' string ( 'format' string )?                    # disk
    | 'cdrom' string                                        # cdrom
    | 'boot' string                                         # boot
    | 'kernel' string                                       # kernel
    | 'boot' 'device' ( 'disk' | 'cdrom' | 'net' )          # bootDevice
    | 'interfaces' INT                                      # interfaces
    | 'local'? 'interface' WORD? interfaceOptions?          # interface
    | 'owner' account                                       # owner
    | 'allow' 'instance' instanceFlags                      # allowInstance
    | 'sev'                                                 # sev
    | 'seves'                                               # seves
    | 'cpus' INT                                            # cpus
    | 'firmware' string                                     # firmware
    | 'efivars' string                                      # efivars
    ;

// In braces: any white space between options. Without: on one line, a comma may follow any option but the first.
interfaceOptions
    : '{' NL* ( interfaceOption NL* )+ '}'
    | interfaceOption ( interfaceOption ','? )*
    ;

interfaceOption
    : 'switch' string                                       # interfaceSwitch
    | 'group' string                                        # interfaceGroup
    | 'locked'? 'lladdr' WORD?                              # lladdr
    | 'rdomain' INT                                         # interfaceRdomain
    | 'up'                                                  # interfaceUp
    | 'down'                                                # interfaceDown
    ;

instanceFlags
    : instanceFlag
    | '{' NL* instanceFlag ( ( ',' NL* | NL+ ) instanceFlag )* NL* '}'
    ;

instanceFlag
    : 'boot'                                                # allowBoot
    | 'memory'                                              # allowMemory
    | 'interface'                                           # allowInterface
    | 'disk'                                                # allowDisk
    | 'cdrom'                                               # allowCdrom
    | 'instance'                                            # allowInstances
    | 'owner' account                                       # allowOwner
    ;

// user, user:group, :group or a numeric user id
account
    : INT
    | WORD
    ;

// Adjacent words join without a separator.
string
    : WORD+
    ;
