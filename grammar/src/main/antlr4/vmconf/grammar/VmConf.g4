/*
 * The form of vm.conf(5): which words may follow which.
 *
 * What a directive means (its defaults, ranges, releases) is in vmconf.schema.yaml. Each labelled alternative of
 * `statement`, `global`, `switchOption`, `vmOption`, `interfaceOption`, `agentxOption` and `instanceFlag` is one entry
 * there, and the build fails when the two disagree. The parser is entered at `line`, one top-level line at a time.
 *
 * What the compiler reads from a rule has a name (`image=string`, `options+=vmOption`); so no tree needs to be built.
 */
parser grammar VmConf;

options { tokenVocab = VmConfTokens; }

// One line of the top level; a block spans several lines of the file.
line
    : ( made=statement | set=global )? lineEnd
    ;

lineEnd
    : NL
    | EOF
    ;

statement
    : 'include' file=string                                 # include
    | name=WORD '=' value=WORD                              # macro
    | 'switch' name=string block=switchBlock                # switch
    | 'vm' name=string ( 'instance' child=string )?
      block=vmBlock                                         # vm
    ;

global
    : 'local' 'inet6' ( 'prefix' value=WORD )?              # localInet6
    | 'local' 'prefix' value=WORD                           # localPrefix
    | 'socket' 'owner' user=account                         # socketOwner
    | 'agentx' options+=agentxOption*                       # agentx
    | 'staggered' 'start' 'parallel' parallel=INT
      'delay' delay=INT                                     # staggeredStart
    ;

agentxOption
    : 'context' name=WORD                                   # context
    | 'path' file=WORD                                      # path
    ;

// The first option may share its line with the second one; every further option ends its line.
switchBlock
    : '{' NL* options+=switchOption NL* ( options+=switchOption NL+ )* '}'
    ;

switchOption
    : 'enable'                                              # switchEnable
    | 'disable'                                             # switchDisable
    | 'interface' name=string                               # switchInterface
    | 'group' name=string                                   # switchGroup
    | 'locked' 'lladdr'                                     # lockedLladdr
    | 'rdomain' id=INT                                      # switchRdomain
    | 'up'                                                  # switchUp
    | 'down'                                                # switchDown
    | 'add' name=string                                     # switchAdd
    ;

vmBlock
    : '{' NL* options+=vmOption NL* ( options+=vmOption NL+ )* '}'
    ;

vmOption
    : 'enable'                                              # vmEnable
    | 'disable'                                             # vmDisable
    | 'memory' size=( INT | WORD )                          # memory
    | 'disk' image=string ( 'format' format=string )?       # disk
    | 'cdrom' image=string                                  # cdrom
    | 'boot' image=string                                   # boot
    | 'kernel' image=string                                 # kernel
    | 'boot' 'device' device=( 'disk' | 'cdrom' | 'net' )   # bootDevice
    | 'interfaces' count=INT                                # interfaces
    | local='local'? 'interface' name=WORD?
      options=interfaceOptions?                             # interface
    | 'owner' user=account                                  # owner
    | 'allow' 'instance' flags=instanceFlags                # allowInstance
    | 'sev'                                                 # sev
    | 'seves'                                               # seves
    | 'cpus' count=INT                                      # cpus
    | 'firmware' name=string                                # firmware
    | 'efivars' file=string                                 # efivars
    ;

// In braces: any white space between options. Without: on one line, a comma may follow any option but the first.
interfaceOptions
    : open='{' NL* ( options+=interfaceOption NL* )+ '}'
    | options+=interfaceOption ( options+=interfaceOption ','? )*
    ;

interfaceOption
    : 'switch' name=string                                  # interfaceSwitch
    | 'group' name=string                                   # interfaceGroup
    | locked='locked'? 'lladdr' address=WORD?               # lladdr
    | 'rdomain' id=INT                                      # interfaceRdomain
    | 'up'                                                  # interfaceUp
    | 'down'                                                # interfaceDown
    ;

instanceFlags
    : flags+=instanceFlag
    | '{' NL* flags+=instanceFlag ( ( ',' NL* | NL+ ) flags+=instanceFlag )* NL* '}'
    ;

instanceFlag
    : 'boot'                                                # allowBoot
    | 'memory'                                              # allowMemory
    | 'interface'                                           # allowInterface
    | 'disk'                                                # allowDisk
    | 'cdrom'                                               # allowCdrom
    | 'instance'                                            # allowInstances
    | 'owner' user=account                                  # allowOwner
    ;

// user, user:group, :group or a numeric user id
account
    : text=( INT | WORD )
    ;

// Adjacent words join without a separator.
string
    : words+=WORD+
    ;
